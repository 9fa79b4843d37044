create table exchange.party (
    id         varchar(36) primary key,
    kind       varchar(12) not null,
    first_name varchar(100),
    last_name  varchar(100),
    name       varchar(300),
    pesel      varchar(11) unique,
    nip        varchar(10) unique,
    regon      varchar(14) unique,
    street     varchar(200),
    building   varchar(20),
    flat       varchar(20),
    postcode   varchar(10),
    place      varchar(100),
    country    varchar(2) not null default 'PL'
);

create table exchange.submission (
    id                   varchar(36) primary key,
    channel              varchar(12)  not null,
    external_id          varchar(200) not null,
    namespace            varchar(300),
    form_code            varchar(20),
    sender_name          varchar(300),
    sender_identifier    varchar(20),
    reply_address        varchar(200),
    subject              varchar(300),
    received_at          timestamptz  not null,
    document_id          varchar(64)  not null,
    evidence_document_id varchar(64),
    unique (channel, external_id)
);

create table exchange.submission_attachment (
    submission_id varchar(36)  not null references exchange.submission,
    position      integer      not null,
    file_name     varchar(300) not null,
    document_id   varchar(64)  not null,
    primary key (submission_id, position)
);
