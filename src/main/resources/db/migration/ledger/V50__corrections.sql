-- A decision changed in the course of the year corrected a receivable; each decision does it once (OP art. 254).
create table ledger.correction (
    decision_number varchar(60)    primary key,
    receivable_id   varchar(36)    not null references ledger.receivable,
    old_amount      numeric(14, 2) not null,
    new_amount      numeric(14, 2) not null,
    overpaid        numeric(14, 2) not null,
    corrected_at    timestamptz    not null
);
create index correction_by_receivable on ledger.correction (receivable_id);
