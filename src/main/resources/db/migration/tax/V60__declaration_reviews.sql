-- Verification of self-assessed declarations (OP art. 272–274a, 165, 200, 21 § 3; rulebook 1.2).

-- From this day a correction no longer brings the reduced rate of interest (INT-03, OP art. 56a § 3).
create table tax.verification (
    case_number    varchar(60) primary key,
    declaration_id varchar(36) not null references tax.declaration,
    began_on       date        not null
);

-- The organ corrected the declaration itself (OP art. 274 § 1 pkt 1); an objection in time makes it void.
create table tax.own_correction (
    id                varchar(36)    primary key,
    call_key          varchar(200)   not null unique,
    case_number       varchar(60)    not null,
    declaration_id    varchar(36)    not null references tax.declaration,
    assessment_id     varchar(36)    not null references tax.assessment,
    declared          numeric(14, 2),
    corrected         numeric(14, 2) not null,
    drafted_on        date           not null,
    delivered_on      date,
    objection_until   date,
    objected_on       date,
    objection_carrier varchar(30),
    void              boolean        not null default false
);
create index own_correction_by_case on tax.own_correction (case_number);

create table tax.proceedings (
    case_number    varchar(60) primary key,
    tax_year       integer     not null,
    opened_on      date        not null,
    due_on         date        not null,
    outcome        varchar(20),
    determined_tax numeric(14, 2),
    ended_on       date
);

create table tax.review_outcome (
    case_number    varchar(60)    primary key,
    declaration_id varchar(36)    not null references tax.declaration,
    outcome        varchar(30)    not null,
    tax            numeric(14, 2),
    concluded_on   date           not null
);

-- Who owes a DN-1, DR-1 or DL-1 and has not filed it (PT-04, PT-07): one row for taxpayer, form and year, however often the list is made.
create table tax.missing_declaration (
    id                  varchar(36) primary key,
    party_id            varchar(36) not null,
    tax_year            integer     not null,
    form                varchar(20) not null,
    last_declaration_id varchar(36) not null references tax.declaration,
    found_on            date        not null,
    case_number         varchar(60) unique,
    outcome             varchar(20),
    ended_on            date,
    unique (party_id, tax_year, form)
);
