-- The last number given in each gapless series: 'RPW/2026', 'RPWych/2026', 'RD/2026', 'SPIS/FN/3120/2026'.
create table correspondence.series (
    name        varchar(60) primary key,
    last_number integer     not null
);

-- Rejestr przesyłek wpływających
create table correspondence.incoming (
    letter_number varchar(30)  primary key,
    year          integer      not null,
    number        integer      not null,
    submission_id varchar(36)  not null unique,
    received_at   timestamptz  not null,
    registered_at timestamptz  not null,
    sender        varchar(300),
    subject       varchar(300),
    form_code     varchar(20),
    channel       varchar(12)  not null,
    external_id   varchar(200) not null,
    attachments   integer      not null,
    document_id   varchar(64)  not null,
    case_number   varchar(60),
    unique (year, number)
);

-- Jednolity rzeczowy wykaz akt
create table correspondence.jrwa_class (
    symbol   varchar(6)   primary key,
    title    varchar(300) not null,
    category varchar(5)   not null check (category ~ '^(A|B[0-9]+|BE[0-9]+|Bc)$'),
    sample   boolean      not null
);

-- Spis spraw
create table correspondence.case_file (
    case_number   varchar(60)  primary key,
    org_unit      varchar(20)  not null,
    jrwa_class    varchar(6)   not null references correspondence.jrwa_class,
    year          integer      not null,
    number        integer      not null,
    submission_id varchar(36)  not null unique,
    letter_number varchar(30)  not null,
    title         varchar(300) not null,
    from_whom     varchar(300),
    opened_on     date         not null,
    clerk         varchar(64),
    handling_unit varchar(20)  not null,
    task_deadline date,
    closed_on     date,
    outcome       varchar(300),
    unique (org_unit, jrwa_class, year, number)
);

-- Dekretacje
create table correspondence.assignment (
    id              bigint generated always as identity primary key,
    case_number     varchar(60) not null references correspondence.case_file,
    org_unit        varchar(20) not null,
    clerk           varchar(64),
    task_deadline   date,
    instruction     varchar(1000),
    recorded_at     timestamptz not null,
    idempotency_key varchar(200) not null unique
);

-- Spis dokumentów sprawy
create table correspondence.case_document (
    case_number varchar(60)  not null references correspondence.case_file,
    position    integer      not null,
    kind        varchar(20)  not null,
    title       varchar(300) not null,
    document_id varchar(64)  not null,
    filed_at    timestamptz  not null,
    primary key (case_number, position),
    unique (case_number, kind, document_id)
);

-- Adnotacje: what happened in a case without a document
create table correspondence.case_note (
    case_number varchar(60)   not null references correspondence.case_file,
    source_key  varchar(120)  not null,
    note        varchar(1000) not null,
    noted_at    timestamptz   not null,
    primary key (case_number, source_key)
);

-- Rejestr decyzji
create table correspondence.decision (
    decision_number varchar(70) primary key,
    register_number varchar(20) not null unique,
    year            integer     not null,
    number          integer     not null,
    case_number     varchar(60) not null references correspondence.case_file,
    ordinal         integer     not null,
    kind            varchar(60) not null,
    registered_at   timestamptz not null,
    document_id     varchar(64),
    issued_on       date,
    unique (year, number),
    unique (case_number, ordinal)
);

-- Rejestr przesyłek wychodzących
create table correspondence.outgoing (
    outgoing_number varchar(30)  primary key,
    year            integer      not null,
    number          integer      not null,
    delivery_id     varchar(60)  not null unique,
    case_number     varchar(60),
    party_id        varchar(36),
    addressee       varchar(300),
    document_id     varchar(64)  not null,
    channel         varchar(20)  not null,
    registered_at   timestamptz  not null,
    delivery_status varchar(20),
    legal_date      date,
    unique (year, number)
);

-- The party a letter came from, once it is known; a second call for the same letter finds it here.
create table correspondence.sender (
    submission_id varchar(36) primary key,
    party_id      varchar(36) not null
);

create index incoming_by_date on correspondence.incoming (received_at desc);
create index case_file_open on correspondence.case_file (opened_on desc);
create index outgoing_by_case on correspondence.outgoing (case_number);
create index outgoing_by_date on correspondence.outgoing (registered_at desc);
create index decision_by_date on correspondence.decision (registered_at desc);
