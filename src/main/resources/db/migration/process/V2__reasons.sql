create table process.reason (
    id                     bigint generated always as identity primary key,
    case_number            varchar(200) not null,
    subject                varchar(200) not null,
    procedure              varchar(200),
    procedure_version      integer,
    step                   varchar(200),
    decision_definition_id varchar(64),
    title                  varchar(300) not null,
    inputs                 jsonb        not null,
    answers                jsonb        not null,
    decided_at             timestamptz  not null
);

create index reason_of_case on process.reason (case_number, id);

comment on table process.reason is
    'Why a case went as it did: what its decision tables were asked, which rows answered. No personal data.';
