-- The office's box. A document stays first until its digest is confirmed.
create table epuap.incoming (
    id            bigint generated always as identity primary key,
    box           varchar(200) not null,
    subject_id    varchar(100) not null,
    person_kind   varchar(1)   not null,
    first_name    varchar(100),
    last_name     varchar(300),
    pesel         varchar(11),
    nip           varchar(10),
    regon         varchar(14),
    reply_address varchar(200),
    file_name     varchar(300) not null,
    media_type    varchar(100) not null,
    content       bytea        not null,
    extra         bytea        not null,
    digest        varchar(40)  not null,
    sent_at       timestamptz  not null,
    confirmed_at  timestamptz
);

-- What the office sent: with a UPD (dorecz) or without (nadaj).
create table epuap.outgoing (
    order_id      varchar(36) primary key,
    document_id   varchar(36)  not null,
    own_id        varchar(200),
    podmiot       varchar(100) not null,
    address       varchar(200) not null,
    reply_address varchar(200) not null,
    case_number   varchar(100),
    file_name     varchar(300) not null,
    content       bytea        not null,
    with_upd      boolean      not null,
    sent_at       timestamptz  not null,
    collected_at  timestamptz,
    unique (podmiot, own_id)
);

create table epuap.setting (
    name  varchar(20) primary key,
    value varchar(200) not null
);
