create table transport.call (
    id              bigint generated always as identity primary key,
    system          varchar(40)  not null,
    operation       varchar(60)  not null,
    idempotency_key varchar(100) not null,
    outcome         varchar(10)  not null,
    reference       varchar(200),
    called_at       timestamptz  not null
);

create unique index call_done_once on transport.call (system, operation, idempotency_key) where outcome = 'DONE';
create index call_by_time on transport.call (called_at);
