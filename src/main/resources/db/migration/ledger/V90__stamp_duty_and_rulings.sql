-- Stamp duty that a case waits for. It is paid to one account of the office; the title of the transfer names the
-- reference or the case. proof: TRANSFER found in a bank file, PROOF seen by a clerk.
create table ledger.stamp_duty (
    case_number varchar(60)    primary key,
    reference   varchar(60)    unique,
    amount      numeric(14, 2) check (amount > 0),
    asked_at    timestamptz    not null,
    proof       varchar(10)    check (proof in ('TRANSFER', 'PROOF')),
    payment_id  varchar(36)    unique references ledger.payment,
    paid        numeric(14, 2) check (paid > 0),
    paid_on     date,
    check ((proof is null) = (paid_on is null))
);

-- What a ruling on an appeal made of a receivable; once per appeal.
create table ledger.ruling (
    receivable_id varchar(36)    not null references ledger.receivable,
    appeal_case   varchar(60)    not null,
    outcome       varchar(30)    not null,
    old_tax       numeric(14, 2) not null,
    new_tax       numeric(14, 2) not null check (new_tax >= 0),
    applied_at    timestamptz    not null,
    primary key (receivable_id, appeal_case)
);
