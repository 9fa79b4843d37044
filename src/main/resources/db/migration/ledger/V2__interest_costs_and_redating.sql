-- The date by the tax act is kept beside the due date, so that another day of delivery can move the due date (PT-65).
alter table ledger.instalment add column calendar_on date;
update ledger.instalment set calendar_on = due_on;
alter table ledger.instalment
    alter column calendar_on set not null,
    add column interest_paid numeric(14, 2) not null default 0 check (interest_paid >= 0),
    add column reduced_rate boolean not null default false;

-- Days on which no interest runs (INT-05); to_on is null while it lasts.
create table ledger.interest_free_span (
    id            bigint generated always as identity primary key,
    receivable_id varchar(36)  not null references ledger.receivable,
    from_on       date         not null,
    to_on         date         check (to_on >= from_on),
    basis         varchar(200) not null
);
create index interest_free_span_by_receivable on ledger.interest_free_span (receivable_id);

-- Costs of delivered upomnienia (ARR-01, ARR-04); they lapse with the due they concern (ARR-06).
create table ledger.collection_cost (
    id            varchar(36)    primary key,
    receivable_id varchar(36)    not null references ledger.receivable,
    amount        numeric(14, 2) not null check (amount > 0),
    arisen_on     date           not null,
    paid          numeric(14, 2) not null default 0 check (paid between 0 and amount),
    lapsed_on     date
);
create index collection_cost_by_receivable on ledger.collection_cost (receivable_id);

-- A reversed part stays as history; only parts that are not reversed count.
alter table ledger.allocation
    add column kind varchar(10) not null default 'PRINCIPAL' check (kind in ('PRINCIPAL', 'INTEREST', 'COST')),
    add column cost_id varchar(36) references ledger.collection_cost,
    add column reversed_at timestamptz,
    add column reversal_reason varchar(500),
    alter column instalment_number drop not null,
    alter column explanation type text,
    add check ((kind = 'COST') = (cost_id is not null) and (kind = 'COST') = (instalment_number is null));
alter table ledger.allocation alter column kind drop default;

-- What the payer named (PAY-04) and whether an order on the allocation is owed (PAY-06).
alter table ledger.payment
    add column wished_receivable varchar(36),
    add column wished_instalment integer,
    add column allocation_order varchar(12) check (allocation_order in ('NONE', 'ON_REQUEST', 'EX_OFFICIO')),
    alter column note type text;

create table ledger.redating (
    id             bigint generated always as identity primary key,
    receivable_id  varchar(36) not null references ledger.receivable,
    old_legal_date date        not null,
    new_legal_date date        not null,
    redated_at     timestamptz not null
);
