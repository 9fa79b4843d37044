-- Calls (wezwania) that are on their way or wait for an answer. matter_keys: see pl.obieg.exchange.MatterKeys.
create table correspondence.party_call (
    call_key             varchar(200) primary key,
    case_number          varchar(60)  not null,
    submission_id        varchar(36)  not null,
    matter_keys          text[]       not null,
    written_at           timestamptz  not null,
    answer_submission_id varchar(36)  unique,
    outcome              varchar(20),
    ended_at             timestamptz
);

create index party_call_by_case on correspondence.party_call (case_number);
create index party_call_open on correspondence.party_call using gin (matter_keys) where ended_at is null;
