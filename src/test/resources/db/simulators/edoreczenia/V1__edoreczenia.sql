create table edoreczenia.certificate (
    client      varchar(120) primary key,
    certificate text not null
);

create table edoreczenia.address (
    ade         varchar(40)  primary key,
    registry    varchar(10)  not null,
    identifier  varchar(20)  not null,
    category    varchar(40)  not null,
    name        varchar(300) not null,
    status      varchar(30)  not null default 'ACTIVE',
    warning     varchar(30)
);

create index address_by_identifier on edoreczenia.address (registry, identifier);

create table edoreczenia.message (
    message_id  varchar(40)  primary key,
    task_id     varchar(40)  not null unique,
    sender      varchar(40)  not null,
    recipient   varchar(40)  not null,
    subject     varchar(500) not null,
    case_id     varchar(200),
    body        text         not null,
    status      varchar(40)  not null,
    sent_at     timestamptz  not null,
    receipt_at  timestamptz,
    lapses_at   timestamptz
);

create table edoreczenia.evidence (
    evidence_id varchar(40) primary key,
    message_id  varchar(40) not null references edoreczenia.message,
    type        varchar(10) not null,
    event_at    timestamptz not null,
    reason      varchar(300),
    downloaded  boolean     not null default false
);

-- one row: what the outside does by itself, and which fault the next calls meet
create table edoreczenia.behaviour (
    only_row  boolean     primary key default true check (only_row),
    auto      varchar(20) not null default 'OFF',
    fault     varchar(20) not null default 'none',
    remaining integer     not null default 0
);

insert into edoreczenia.behaviour default values;
