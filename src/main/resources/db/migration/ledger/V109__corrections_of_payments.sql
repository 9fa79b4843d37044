-- A clerk asks to correct the day of a payment or to take a wrong allocation back; a second person decides.
create table ledger.payment_correction (
    id         varchar(36)  primary key,
    payment_id varchar(36)  not null references ledger.payment,
    kind       varchar(10)  not null check (kind in ('PAID_ON', 'TAKE_BACK')),
    paid_on    date,
    reason     varchar(500) not null,
    asked_by   varchar(60)  not null,
    asked_at   timestamptz  not null,
    decided_by varchar(60),
    decided_at timestamptz,
    approved   boolean,
    check ((kind = 'PAID_ON') = (paid_on is not null)),
    check ((decided_by is null) = (approved is null)),
    check (decided_by <> asked_by)
);
create unique index payment_correction_open on ledger.payment_correction (payment_id) where decided_by is null;
