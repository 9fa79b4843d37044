-- Decisions the appeal body annulled and sent back (OP art. 233 § 2), what it told the office to do, and the facts as
-- the office finds them anew. A decision is annulled once, however many of its addressees appealed.
create table tax.retrial (
    appeal_case       varchar(60)   primary key,
    case_number       varchar(60)   not null,
    annulled_decision varchar(70)   not null unique,
    assessment_id     varchar(36)   references tax.assessment,
    ruling_number     varchar(100),
    ruling_on         date,
    guidance          varchar(4000) not null,
    returned_on       date          not null,
    declaration_id    varchar(36)   references tax.declaration
);
create index retrial_by_case on tax.retrial (case_number);
create index retrial_by_declaration on tax.retrial (declaration_id);

-- What the office found otherwise than before; the same step once.
create table tax.retrial_finding (
    call_key       varchar(200) primary key,
    appeal_case    varchar(60)  not null references tax.retrial,
    declaration_id varchar(36)  not null references tax.declaration
);
