create table bank.payment (
    id           bigint generated always as identity primary key,
    nrb          varchar(26)    not null,
    amount       numeric(14, 2) not null check (amount > 0),
    payer        varchar(200)   not null,
    title        varchar(300)   not null,
    paid_on      date           not null,
    statement_no integer
);

create table bank.statement (
    number     integer        primary key,
    file_name  varchar(100)   not null,
    content    text           not null,
    closing    numeric(14, 2) not null,
    fault      varchar(30),
    sent_at    timestamptz    not null
);

-- One row: the state of the whole bank.
create table bank.desk (
    only_one    boolean     primary key default true check (only_one),
    fault       varchar(30) not null default 'none',
    fault_count integer     not null default 0,
    auto        varchar(10) not null default 'OFF'
);
insert into bank.desk default values;
