-- What of a payment was given back, or set against dues of another account of the same taxpayers. A payment that was
-- made of another one says so; it is no money that came in.
alter table ledger.payment
    add column refunded numeric(14, 2) not null default 0 check (refunded >= 0),
    add column moved numeric(14, 2) not null default 0 check (moved >= 0),
    add column moved_from varchar(36) references ledger.payment,
    add check (allocated + refunded + moved <= amount);

-- An overpayment being dealt with; at most one per account. case_number: the case that deals with it.
create table ledger.overpayment (
    id           varchar(36) primary key,
    account      varchar(26) not null references ledger.payer_account,
    case_number  varchar(60) unique,
    found_on     date        not null,
    refund_by    date,
    bank_account varchar(26),
    closed_on    date
);
create unique index overpayment_open on ledger.overpayment (account) where closed_on is null;

create table ledger.transfer_file (
    id      varchar(36)  primary key,
    name    varchar(100) not null,
    content bytea        not null,
    made_at timestamptz  not null
);

-- number stands in the title of the transfer, so that the bank's statement confirms it.
create sequence ledger.refund_number;
create table ledger.refund (
    id             varchar(36)    primary key,
    number         varchar(20)    not null unique,
    overpayment_id varchar(36)    not null references ledger.overpayment,
    way            varchar(12)    not null check (way in ('TRANSFER', 'CASH', 'POSTAL_ORDER')),
    bank_account   varchar(26),
    amount         numeric(14, 2) not null check (amount > 0),
    interest       numeric(14, 2) not null default 0 check (interest >= 0),
    interest_from  date,
    explanation    text           not null,
    status         varchar(10)    not null check (status in ('PREPARED', 'ORDERED', 'EXECUTED', 'CANCELLED')),
    prepared_on    date           not null,
    ordered_on     date,
    executed_on    date,
    file_id        varchar(36) references ledger.transfer_file,
    check ((way = 'TRANSFER') = (bank_account is not null))
);
create index refund_by_overpayment on ledger.refund (overpayment_id);

create table ledger.refund_part (
    refund_id  varchar(36)    not null references ledger.refund,
    payment_id varchar(36)    not null references ledger.payment,
    amount     numeric(14, 2) not null check (amount > 0),
    primary key (refund_id, payment_id)
);
create index refund_part_by_payment on ledger.refund_part (payment_id);
