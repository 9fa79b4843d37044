-- Applications filed in the portal. reference names the transfer of the stamp duty.
create table portal.application (
    reference     varchar(40) primary key,
    login         varchar(100) not null,
    submission_id varchar(36)  not null unique,
    kind          varchar(30)  not null,
    purpose       varchar(30)  not null,
    duty          numeric(14, 2) not null,
    duty_paid_on  date,
    filed_at      timestamptz  not null,
    case_number   varchar(60)
);
create index application_by_login on portal.application (login);
create index application_by_case on portal.application (case_number);

-- Letters of the office. No foreign keys: facts come in any order. party_ids says who may see the row.
create table portal.letter (
    letter_id   varchar(36) primary key,
    case_number varchar(60) not null,
    kind        varchar(20) not null,
    title       varchar(300) not null,
    number      varchar(70),
    document_id varchar(64) not null,
    issued_on   date        not null,
    party_ids   text[]      not null
);
create index letter_by_party on portal.letter using gin (party_ids);
create index letter_by_case on portal.letter (case_number);
