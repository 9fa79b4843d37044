-- Letters handed to e-Doręczenia. A row without message_task_id is an attempt whose outcome is not known.
create table delivery.edoreczenia_message (
    delivery_id     varchar(64)  primary key,
    idempotency_key varchar(100) not null,
    attempted_at    timestamptz  not null,
    message_task_id varchar(200) unique,
    message_id      varchar(200),
    failed          boolean      not null default false,
    collected_at    timestamptz,
    checked_at      timestamptz,
    closed_at       timestamptz
);

create index edoreczenia_message_open on delivery.edoreczenia_message (checked_at nulls first)
    where closed_at is null and message_task_id is not null;

-- Evidence already handed to the desk, so that each reaches it once however often it is listed.
create table delivery.edoreczenia_evidence (
    evidence_id varchar(200) primary key,
    delivery_id varchar(64)  not null references delivery.edoreczenia_message,
    type        varchar(10)  not null,
    handed_at   timestamptz  not null
);
