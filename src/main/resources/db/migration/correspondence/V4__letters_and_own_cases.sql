-- Letters of the office from draft to issue. content: what the letter says, wording: the template as it was then.
create table correspondence.letter (
    letter_id       varchar(36)  primary key,
    idempotency_key varchar(200) not null unique,
    case_number     varchar(60)  not null references correspondence.case_file,
    kind            varchar(20)  not null,
    title           varchar(300) not null,
    template        varchar(200) not null,
    wording         text         not null,
    content         jsonb        not null,
    party_ids       text[]       not null,
    drafted_at      timestamptz  not null,
    number          varchar(70),
    document_id     varchar(64),
    issued_on       date
);

create index letter_by_case on correspondence.letter (case_number);

-- A case the office opens by itself has no letter that began it, but the step that did.
alter table correspondence.case_file alter column submission_id drop not null;
alter table correspondence.case_file alter column letter_number drop not null;
alter table correspondence.case_file add column opened_by varchar(200) unique;
alter table correspondence.case_file add constraint begun check ((submission_id is null) <> (opened_by is null));

-- Orders (postanowienia) are counted beside decisions: FN.3120.1.2026.P1
alter table correspondence.decision add column series varchar(1) not null default 'D';
alter table correspondence.decision add column letter_id varchar(36) unique references correspondence.letter;
alter table correspondence.decision drop constraint decision_case_number_ordinal_key;
alter table correspondence.decision add constraint decision_ordinal unique (case_number, series, ordinal);
