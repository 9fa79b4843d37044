-- A final decision changed in the course of the year (PT-14, OP art. 254). One case changes one decision.
create table tax.change (
    case_number         varchar(60) primary key,
    base_assessment_id  varchar(36) not null references tax.assessment,
    charged_case        varchar(60) not null,
    declaration_id      varchar(36) references tax.declaration,
    new_assessment_id   varchar(36) unique references tax.assessment,
    letter_id           varchar(36) unique,
    event               varchar(30),
    event_date          date,
    due_after_delivery  numeric(14, 2),
    past_overpaid       numeric(14, 2)
);
create index change_by_base on tax.change (base_assessment_id);

-- Old and new dates of payment side by side, as the decision has them.
create table tax.change_line (
    case_number varchar(60)    not null references tax.change,
    due_on      date           not null,
    before      numeric(14, 2) not null,
    after       numeric(14, 2) not null,
    primary key (case_number, due_on)
);
