-- Reliefs in paying (Ordynacja podatkowa art. 67a): asked for, decided, kept or lapsed. One relief has one case.
create table ledger.relief (
    id                varchar(36)  primary key,
    case_number       varchar(60)  not null unique,
    receivable_id     varchar(36)  not null references ledger.receivable,
    kind              varchar(20)  not null
        check (kind in ('DEFERRAL', 'INSTALMENTS', 'REMISSION', 'INTEREST_REMISSION', 'FEE_REMISSION')),
    entrepreneur      boolean      not null,
    applied_on        date         not null,
    status            varchar(10)  not null
        check (status in ('PENDING', 'GRANTED', 'KEPT', 'LAPSED', 'REFUSED', 'DROPPED')),
    ground            varchar(30),
    remitted          numeric(14, 2) not null default 0 check (remitted >= 0),
    decided_on        date,
    effective_on      date,
    missed_seen       integer      not null default 0,
    fee_percent       numeric(6, 3),
    fee_basis         varchar(300)
);
create index relief_by_receivable on ledger.relief (receivable_id);

-- The instalments of the tax that the applicant means.
create table ledger.relief_due (
    relief_id         varchar(36) not null references ledger.relief,
    instalment_number integer     not null,
    primary key (relief_id, instalment_number)
);

-- The new terms: what is to be paid on each. lapsed_on: the term was missed (art. 259 §1).
create table ledger.relief_term (
    relief_id varchar(36)    not null references ledger.relief,
    number    integer        not null,
    due_on    date           not null,
    interest  numeric(14, 2) not null check (interest >= 0),
    fee       numeric(14, 2) not null check (fee >= 0),
    fee_text  text           not null,
    lapsed_on date,
    primary key (relief_id, number)
);

-- Which part of which instalment each new term takes over.
create table ledger.relief_piece (
    relief_id varchar(36)    not null,
    number    integer        not null,
    origin    integer        not null,
    principal numeric(14, 2) not null check (principal >= 0),
    primary key (relief_id, number, origin),
    foreign key (relief_id, number) references ledger.relief_term (relief_id, number)
);

-- A row made by a relief carries its kind and term; a row of tax also the instalment it was taken from, to which it goes
-- back when the term is missed. On rows of interest and fee no interest runs.
alter table ledger.instalment
    add column kind varchar(10) not null default 'TAX' check (kind in ('TAX', 'INTEREST', 'FEE')),
    add column relief_id varchar(36) references ledger.relief,
    add column relief_term integer,
    add column origin integer,
    add check ((relief_id is null) = (relief_term is null)),
    add check (kind = 'TAX' or relief_id is not null);

create table ledger.write_off (
    id                bigint generated always as identity primary key,
    relief_id         varchar(36)    not null references ledger.relief,
    receivable_id     varchar(36)    not null,
    instalment_number integer        not null,
    kind              varchar(10)    not null check (kind in ('PRINCIPAL', 'INTEREST', 'FEE')),
    amount            numeric(14, 2) not null check (amount > 0),
    explanation       text           not null,
    written_on        date           not null,
    foreign key (receivable_id, instalment_number) references ledger.instalment (receivable_id, number)
);
create index write_off_by_relief on ledger.write_off (relief_id);

-- Interest remitted up to a day concerns single instalments; null means all of the receivable.
alter table ledger.interest_free_span add column instalment_number integer;
