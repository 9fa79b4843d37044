create sequence post.serial;

create table post.envelope (
    id      integer generated always as identity primary key,
    sent_on date not null
);

create table post.shipment (
    guid             varchar(32)  primary key,
    number           varchar(20)  not null unique,
    addressee        varchar(121) not null,
    address          varchar(400) not null,
    signature        varchar(255),
    rules            varchar(30),
    epo              boolean      not null,
    envelope_id      integer references post.envelope,
    plan             varchar(12)  not null default 'OFF',
    plan_from        date,
    status           varchar(20)  not null default 'NADANIE',
    first_notice_on  date,
    second_notice_on date,
    ended_at         timestamptz,
    receiver         varchar(50),
    receiver_name    varchar(121),
    reason           varchar(50)
);

create table post.setting (
    name  varchar(20) primary key,
    value varchar(60) not null
);
