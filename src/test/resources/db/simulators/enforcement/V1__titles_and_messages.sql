create table enforcement.title (
    number      varchar(30)    primary key,
    version     integer        not null,
    debtor      varchar(300)   not null,
    account     varchar(26)    not null,
    total       numeric(14, 2) not null,
    collected   numeric(14, 2) not null default 0,
    state       varchar(20)    not null,
    reference   varchar(60)    not null,
    call_key    varchar(200)   not null,
    content     text           not null,
    received_at timestamptz    not null
);

create table enforcement.notice (
    call_key    varchar(200) primary key,
    number      varchar(30)  not null,
    kind        varchar(20)  not null,
    amount      varchar(20),
    rest        varchar(20)  not null,
    received_at timestamptz  not null
);

create table enforcement.message (
    id        bigint generated always as identity primary key,
    number    varchar(30) not null,
    kind      varchar(20) not null,
    stated_on date        not null,
    amount    numeric(14, 2),
    reason    varchar(300),
    taken     boolean     not null default false
);

-- One row: the state of the whole office.
create table enforcement.desk (
    only_one    boolean     primary key default true check (only_one),
    fault_count integer     not null default 0,
    auto        varchar(10) not null default 'OFF'
);
insert into enforcement.desk default values;
