-- Decisions that determine a tax which arose by law (OP art. 21 § 3), from their draft on. They are issued decisions like
-- others (tax.decision); where nothing was declared there is no assessment, and the id is that of the missing declaration.
create table tax.determination (
    letter_id     varchar(36)    primary key,
    case_number   varchar(60)    not null,
    assessment_id varchar(36)    not null,
    tax_year      integer        not null,
    declared      numeric(14, 2) not null,
    tax           numeric(14, 2) not null
);
create index determination_by_assessment on tax.determination (assessment_id);

alter table tax.decision drop constraint decision_assessment_id_fkey;
