-- Reliefs are kept by their own tables (ledger.relief).
drop table ledger.relief_standing;

-- Appeals against decisions of a case, as far as dunning asks: while one is open, the decision is not final (OP art. 239a).
create table ledger.appeal (
    case_number     varchar(60) not null,
    decision_number varchar(60) not null,
    party_id        varchar(36) not null,
    filed_on        date        not null,
    ended_on        date,
    primary key (decision_number, party_id)
);
create index appeal_open on ledger.appeal (case_number) where ended_on is null;
