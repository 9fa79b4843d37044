create table process.message (
    id           bigint generated always as identity primary key,
    name         varchar(100) not null,
    business_key varchar(200) not null,
    external_id  varchar(200) not null,
    variables    text         not null,
    received_at  timestamptz  not null,
    tried_at     timestamptz,
    delivered_at timestamptz,
    unique (name, external_id)
);

create index message_waiting on process.message (business_key) where delivered_at is null;
create index message_to_try on process.message (tried_at nulls first, id) where delivered_at is null;

create table process.open_call (
    correlation_id varchar(100) primary key,
    execution_id   varchar(64)  not null,
    operation      varchar(100) not null,
    opened_at      timestamptz  not null,
    closed_at      timestamptz
);

create table process.reply (
    correlation_id varchar(100) primary key,
    output         text,
    error_code     varchar(60),
    error_message  varchar(1000),
    replied_at     timestamptz not null
);
