-- Who of the co-owners runs the farm alone (PT-55).
alter table tax.declaration_taxpayer add column runs_farm boolean not null default false;

-- The kind of the obligation; JOINT is łączne zobowiązanie pieniężne (LZ-01).
alter table tax.assessment add column kind varchar(12) not null default 'PROPERTY'
    check (kind in ('PROPERTY', 'AGRICULTURAL', 'FOREST', 'JOINT'));

-- Each tax of an assessment, rounded for itself (LZ-02). None: property tax alone.
create table tax.assessment_tax (
    assessment_id varchar(36)    not null references tax.assessment,
    kind          varchar(12)    not null,
    total         numeric(14, 2) not null,
    tax_due       numeric(14, 2) not null,
    primary key (assessment_id, kind)
);

-- All declarations an assessment rests on, in the order of its rows' objects. None: that of the assessment alone.
create table tax.assessment_declaration (
    assessment_id  varchar(36) not null references tax.assessment,
    position       integer     not null,
    declaration_id varchar(36) not null references tax.declaration,
    primary key (assessment_id, position)
);
create index assessment_declaration_by_declaration on tax.assessment_declaration (declaration_id);
