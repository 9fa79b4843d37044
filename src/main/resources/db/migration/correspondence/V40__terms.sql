-- The statutory term of a case (OP art. 139, KPA art. 35; TIM-01 to TIM-04), counted by the row of D16 of the day it was opened.
create table correspondence.case_term (
    case_number  varchar(60)  primary key references correspondence.case_file,
    started_on   date         not null,
    amount       integer      not null,
    unit         varchar(10)  not null,
    basis        varchar(200) not null,
    law          varchar(10)  not null,
    warning_day  integer      not null,
    notice_day   integer      not null,
    approvers    varchar(60)  not null,
    -- the new date the party was told (OP art. 140, KPA art. 36); null while the statutory one holds
    extended_to  date,
    -- as of the last look at it; open stops move it day by day
    ends_on      date         not null,
    warned_on    date,
    -- the clerk said that the case will be settled in time, so no notice is drafted
    confirmed_on date,
    ended_on     date,
    ended_by     varchar(200)
);
create index case_term_open on correspondence.case_term (ends_on) where ended_on is null;

-- Days not counted (TIM-03) beside those of calls, which the register of calls knows. until_on is null while it lasts.
create table correspondence.term_stop (
    id          bigint generated always as identity primary key,
    case_number varchar(60)  not null references correspondence.case_term,
    stop_key    varchar(200) not null,
    from_on     date         not null,
    until_on    date         check (until_on >= from_on),
    reason      varchar(20)  not null,
    unique (case_number, stop_key)
);

-- Notices of a new date: what the clerk wrote, and when the letter went out.
create table correspondence.term_notice (
    letter_id   varchar(36)   primary key,
    case_number varchar(60)   not null references correspondence.case_term,
    cause       varchar(2000) not null,
    old_end     date          not null,
    new_end     date          not null,
    issued_on   date
);
create index term_notice_by_case on correspondence.term_notice (case_number);

-- Who is a party to a case, as the system that knows told; a notice goes to all.
create table correspondence.case_party (
    case_number varchar(60) not null,
    party_id    varchar(36) not null,
    position    integer     not null,
    primary key (case_number, party_id)
);
