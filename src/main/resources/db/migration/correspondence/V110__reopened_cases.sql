-- Cases taken up again under their old number, and how they had ended before.
create table correspondence.case_reopening (
    reopen_key     varchar(200)  primary key,
    case_number    varchar(60)   not null references correspondence.case_file,
    reopened_on    date          not null,
    former_end     date          not null,
    former_outcome varchar(1000),
    reason         varchar(1000) not null
);
create index case_reopening_by_case on correspondence.case_reopening (case_number);
