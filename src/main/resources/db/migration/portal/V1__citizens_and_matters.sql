create table portal.citizen (
    login         varchar(100) primary key,
    password_hash varchar(100) not null,
    identifier    varchar(11)  not null,
    party_id      varchar(36),
    failures      integer      not null default 0,
    locked_until  timestamptz,
    registered_at timestamptz  not null
);

-- What the facts told. No foreign keys: facts come in any order. party_ids says who may see the row.

create table portal.declaration (
    declaration_id varchar(64) primary key,
    case_number    varchar(60) not null,
    form_code      varchar(20),
    tax_year       integer     not null,
    received_on    date        not null,
    party_ids      text[]      not null
);
create index declaration_by_party on portal.declaration using gin (party_ids);

create table portal.decision (
    case_number     varchar(60)    not null,
    decision_number varchar(60)    not null,
    document_id     varchar(64)    not null,
    tax_year        integer        not null,
    tax_due         numeric(14, 2) not null,
    issued_on       date           not null,
    party_ids       text[]         not null,
    primary key (case_number, decision_number)
);
create index decision_by_party on portal.decision using gin (party_ids);

create table portal.delivery (
    delivery_id varchar(64) primary key,
    case_number varchar(60) not null,
    party_id    varchar(36) not null,
    document_id varchar(64) not null,
    status      varchar(20) not null,
    legal_date  date
);
create index delivery_by_party on portal.delivery (party_id);

create table portal.receivable (
    receivable_id varchar(64) primary key,
    case_number   varchar(60) not null,
    tax_year      integer     not null,
    account       varchar(26),
    party_ids     text[]      not null
);
create index receivable_by_party on portal.receivable using gin (party_ids);

create table portal.instalment (
    receivable_id varchar(64)    not null,
    number        integer        not null,
    due_on        date           not null,
    amount        numeric(14, 2) not null,
    primary key (receivable_id, number)
);

create table portal.payment (
    receivable_id     varchar(64)    not null,
    payment_id        varchar(64)    not null,
    instalment_number integer        not null,
    paid_on           date           not null,
    amount            numeric(14, 2) not null,
    primary key (receivable_id, payment_id, instalment_number)
);

create table portal.closing (
    case_number varchar(60) primary key,
    outcome     varchar(300),
    closed_on   date not null
);
