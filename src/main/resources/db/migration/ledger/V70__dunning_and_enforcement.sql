-- Written off because the limitation term has passed (LIM-01); a written-off part is no longer owed.
alter table ledger.instalment
    add column written_off numeric(14, 2) not null default 0 check (written_off >= 0),
    add check (paid + written_off <= amount);
drop index ledger.instalment_by_due_date;
create index instalment_by_due_date on ledger.instalment (due_on) where paid + written_off < amount;

-- A round of dunning: dues of one account and one set of debtors, from the day they were found overdue.
create table ledger.dunning (
    id                varchar(36) primary key,
    account           varchar(26) not null references ledger.payer_account,
    round             integer     not null,
    case_number       varchar(60) unique,
    state             varchar(12) not null
        check (state in ('FOUND', 'ISSUED', 'DELIVERED', 'UNDELIVERED', 'WITHDRAWN', 'CLOSED')),
    found_on          date        not null,
    letter_id         varchar(60),
    document_id       varchar(36),
    issued_on         date,
    delivered_on      date,
    term_ends_on      date,
    cost_id           varchar(36) references ledger.collection_cost,
    redated           boolean     not null default false,
    -- Until this day the same dues are not looked at again, unless limitation is near.
    rests_until       date,
    outcome           varchar(300),
    closed_on         date,
    unique (account, round)
);
create index dunning_by_letter on ledger.dunning (letter_id);
create index dunning_open on ledger.dunning (account) where closed_on is null;

create table ledger.dunning_due (
    dunning_id        varchar(36) not null references ledger.dunning,
    receivable_id     varchar(36) not null,
    instalment_number integer     not null,
    primary key (dunning_id, receivable_id, instalment_number),
    foreign key (receivable_id, instalment_number) references ledger.instalment (receivable_id, number)
);
create index dunning_due_by_instalment on ledger.dunning_due (receivable_id, instalment_number);

create table ledger.dunning_party (
    dunning_id   varchar(36) not null references ledger.dunning,
    party_id     varchar(36) not null,
    delivered_on date,
    primary key (dunning_id, party_id)
);

-- Informing actions before an upomnienie (ARR-07): form, date, person.
create table ledger.informing (
    id          bigint generated always as identity primary key,
    dunning_id  varchar(36) not null references ledger.dunning,
    form        varchar(10) not null check (form in ('SMS', 'EMAIL', 'TELEFON', 'LIST', 'POMINIETO')),
    informed_on date        not null,
    informed_by varchar(60) not null,
    call_key    varchar(100) not null unique
);

-- What breaks or stops the limitation term of a receivable (LIM-01, OP art. 70).
create table ledger.limitation_event (
    id            bigint generated always as identity primary key,
    receivable_id varchar(36)  not null references ledger.receivable,
    kind          varchar(10)  not null check (kind in ('MEASURE', 'SUSPENSION')),
    from_on       date         not null,
    to_on         date         check (to_on >= from_on),
    basis         varchar(300) not null,
    unique (receivable_id, kind, from_on)
);

-- Standing of a relief (deferral, instalments) in respect of dunning; no row: none was asked for.
create table ledger.relief_standing (
    receivable_id varchar(36) primary key references ledger.receivable,
    standing      varchar(10) not null check (standing in ('PENDING', 'KEPT', 'BROKEN', 'NONE')),
    since_on      date        not null
);

-- Writs of execution TW-1 (ARR-08), one per debtor or married couple.
create sequence ledger.title_number;
create table ledger.title (
    id               varchar(36) primary key,
    dunning_id       varchar(36) not null references ledger.dunning,
    number           varchar(30) not null unique,
    spouses          boolean     not null,
    state            varchar(12) not null
        check (state in ('DRAFT', 'SENT', 'ACCEPTED', 'REJECTED', 'PAID', 'DISCONTINUED', 'WITHDRAWN')),
    prepared_on      date        not null,
    letter_id        varchar(60),
    document_id      varchar(36),
    etw              text,
    etw_version      integer     not null default 0,
    sent_on          date,
    office_reference varchar(100),
    office_reason    varchar(500),
    closed_on        date
);
create index title_by_dunning on ledger.title (dunning_id);

create table ledger.title_party (
    title_id varchar(36) not null references ledger.title,
    party_id varchar(36) not null,
    primary key (title_id, party_id)
);

-- What the enforcement office told, each message once.
create table ledger.enforcement_message (
    external_id varchar(100) primary key,
    title_id    varchar(36)  not null references ledger.title,
    kind        varchar(12)  not null
        check (kind in ('ACCEPTED', 'REJECTED', 'MEASURE', 'COLLECTED', 'CLOSED')),
    stated_on   date         not null,
    amount      numeric(14, 2),
    reason      varchar(500),
    received_at timestamptz  not null
);
create index enforcement_message_by_title on ledger.enforcement_message (title_id);

-- What the creditor owes to tell the enforcement office (ARR-09); sent_on is null until it was told.
create table ledger.enforcement_notice (
    id         varchar(36)    primary key,
    title_id   varchar(36)    not null references ledger.title,
    kind       varchar(10)    not null check (kind in ('PAYMENT', 'WITHDRAWAL')),
    cause      varchar(60)    not null,
    amount     numeric(14, 2),
    stated_on  date           not null,
    arrears    numeric(14, 2) not null,
    sent_on    date,
    unique (title_id, kind, cause)
);
