-- Reliefs of the agricultural tax that the office granted (AG-06, AG-07): they count once another person has approved them.
create table tax.granted_relief (
    id              varchar(36)  primary key,
    case_number     varchar(60)  not null,
    party_id        varchar(36)  not null,
    plot_id         varchar(60),
    article         varchar(10)  not null,
    percent         numeric(5, 2),
    amount          numeric(14, 2),
    valid_from      date         not null,
    valid_to        date         not null,
    decision_number varchar(60),
    decided_on      date,
    entered_by      varchar(100) not null,
    entered_at      timestamptz  not null,
    approved_by     varchar(100),
    approved_at     timestamptz,
    withdrawn_by    varchar(100),
    withdrawn_at    timestamptz,
    check ((percent is null) <> (amount is null)),
    check (percent > 0 and percent <= 100),
    check (amount > 0),
    check (valid_to >= valid_from),
    check (approved_by <> entered_by)
);
create index granted_relief_by_party on tax.granted_relief (party_id);
create index granted_relief_by_case on tax.granted_relief (case_number);
