create sequence ledger.client_part;

create table ledger.payer_account (
    account     varchar(26) primary key,
    client_part varchar(12) not null unique,
    case_number varchar(60) not null unique,
    opened_at   timestamptz not null
);

create table ledger.payer_account_party (
    account  varchar(26) not null references ledger.payer_account,
    party_id varchar(36) not null,
    primary key (account, party_id)
);

create table ledger.receivable (
    id            varchar(36)    primary key,
    case_number   varchar(60)    not null,
    assessment_id varchar(36)    not null,
    tax_year      integer        not null,
    regime        varchar(12)    not null,
    account       varchar(26)    not null references ledger.payer_account,
    legal_date    date,
    charged       numeric(14, 2) not null check (charged >= 0),
    balance       numeric(14, 2) not null check (balance between 0 and charged),
    charged_at    timestamptz    not null,
    settled_at    timestamptz,
    unique (case_number, assessment_id)
);
create index receivable_by_account on ledger.receivable (account);

create table ledger.receivable_party (
    receivable_id varchar(36) not null references ledger.receivable,
    party_id      varchar(36) not null,
    primary key (receivable_id, party_id)
);

create table ledger.instalment (
    receivable_id varchar(36)    not null references ledger.receivable,
    number        integer        not null,
    due_on        date           not null,
    amount        numeric(14, 2) not null check (amount >= 0),
    paid          numeric(14, 2) not null default 0 check (paid between 0 and amount),
    primary key (receivable_id, number)
);
create index instalment_by_due_date on ledger.instalment (due_on) where paid < amount;

create table ledger.bank_file (
    id           varchar(36)  primary key,
    name         varchar(300) not null,
    sha256       varchar(64)  not null unique,
    content      bytea        not null,
    status       varchar(10)  not null check (status in ('IMPORTED', 'REJECTED')),
    reason       varchar(500),
    received_at  timestamptz  not null,
    new_lines    integer      not null default 0,
    known_lines  integer      not null default 0
);
create index bank_file_by_time on ledger.bank_file (received_at);

-- A line of a statement. The bank's reference with account, date, amount and direction makes it unique across files.
create table ledger.payment (
    id             varchar(36)    primary key,
    bank_file_id   varchar(36)    references ledger.bank_file,
    bank_account   varchar(34)    not null,
    reference      varchar(80)    not null,
    credit         boolean        not null,
    value_date     date           not null,
    paid_on        date           not null,
    amount         numeric(14, 2) not null check (amount > 0),
    payer_account  varchar(40),
    sender_account varchar(34),
    sender         varchar(300),
    title          varchar(500),
    status         varchar(12)    not null
        check (status in ('UNMATCHED', 'ON_ACCOUNT', 'ALLOCATED', 'RETURNED', 'DEBIT')),
    note           varchar(500),
    case_number    varchar(60),
    allocated      numeric(14, 2) not null default 0 check (allocated between 0 and amount),
    received_at    timestamptz    not null,
    unique (bank_account, reference, value_date, amount, credit)
);
create index payment_by_case on ledger.payment (case_number);
create index payment_unresolved on ledger.payment (status) where status in ('UNMATCHED', 'ON_ACCOUNT');
create index payment_by_time on ledger.payment (received_at);

create table ledger.allocation (
    id                bigint generated always as identity primary key,
    payment_id        varchar(36)    not null references ledger.payment,
    receivable_id     varchar(36)    not null,
    instalment_number integer        not null,
    amount            numeric(14, 2) not null check (amount > 0),
    explanation       varchar(500)   not null,
    allocated_at      timestamptz    not null,
    foreign key (receivable_id, instalment_number) references ledger.instalment (receivable_id, number)
);
create index allocation_by_receivable on ledger.allocation (receivable_id);
create index allocation_by_payment on ledger.allocation (payment_id);
