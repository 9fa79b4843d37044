-- A changing decision (OP art. 254) is contested, suspended and redated by itself: in which case it was issued, when it was
-- delivered, what it made of each date of payment, and whether its raise is taken back until it is delivered anew.
alter table ledger.correction add column legal_date date;
alter table ledger.correction add column after_delivery numeric(14, 2) not null default 0;
alter table ledger.correction add column suspended boolean not null default false;
update ledger.correction set change_case = regexp_replace(decision_number, '\.D[0-9]+$', ''), legal_date = corrected_at::date
where change_case is null;
alter table ledger.correction alter column change_case set not null;
create index correction_by_case on ledger.correction (change_case);

create table ledger.correction_line (
    decision_number varchar(60)    not null references ledger.correction,
    calendar_on     date           not null,
    before          numeric(14, 2) not null,
    after           numeric(14, 2) not null,
    primary key (decision_number, calendar_on)
);
