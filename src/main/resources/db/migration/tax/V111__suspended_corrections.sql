-- Corrections filed while the right to correct is suspended (OP art. 81b): they wait in the case of the proceedings and
-- are taken up or lapse with its end. In the term to object to the organ's correction they count as an objection.
create table tax.suspended_correction (
    submission_id varchar(36) primary key,
    case_number   varchar(60) not null,
    filed_on      date        not null,
    waits_for     varchar(20) not null check (waits_for in ('PROCEEDINGS', 'OBJECTION')),
    outcome       varchar(20) check (outcome in ('TAKEN_UP', 'LAPSED'))
);
create index suspended_correction_by_case on tax.suspended_correction (case_number);
