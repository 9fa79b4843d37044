-- Notes that persons typed into the forms of tasks. They belong to a case, or to a letter that has no case yet.
create table correspondence.remark (
    id            bigint generated always as identity primary key,
    source_key    varchar(120)  not null unique,
    case_number   varchar(60),
    submission_id varchar(36),
    task          varchar(200)  not null,
    label         varchar(200)  not null,
    note          varchar(4000) not null,
    clerk         varchar(100),
    noted_at      timestamptz   not null,
    check (case_number is not null or submission_id is not null)
);

create index remark_of_case on correspondence.remark (case_number);
create index remark_of_letter on correspondence.remark (submission_id);
