-- What a letter is in law, by which D20 decides how it is signed. A letter nobody told of is an ordinary one.
create table delivery.letter_kind (
    document_id varchar(64) primary key,
    kind        varchar(30) not null
);

-- How the letter was made, and what D20 said of the attempt under way.
alter table delivery.delivery
    add column mass_issued          boolean not null default false,
    add column issued_automatically boolean not null default false,
    add column signature_kind       varchar(10),
    add column signature_basis      varchar(100),
    add column signature_reason     varchar(500),
    add column print_document_id    varchar(64);

-- Who may sign which letters in the name of the organ (OP art. 143), in writing. Names of staff, not of parties.
create table delivery.signatory (
    id           bigint generated always as identity primary key,
    login        varchar(64)  not null,
    person       varchar(200) not null,
    post         varchar(200) not null,
    letter_kinds varchar(30)[] not null,
    basis        varchar(300) not null,
    valid_from   date         not null,
    valid_to     date,
    check (valid_to is null or valid_to >= valid_from)
);
create index signatory_by_login on delivery.signatory (login, valid_from);

-- A print of the letter, signed by hand for one attempt, or returned unsigned with the reason.
create table delivery.print_signing (
    id          bigint generated always as identity primary key,
    call_key    varchar(200) not null unique,
    delivery_id varchar(36)  not null references delivery.delivery,
    attempt     integer      not null,
    document_id varchar(64)  not null,
    signed      boolean      not null,
    person      varchar(200),
    post        varchar(200),
    basis       varchar(300),
    signed_on   date,
    remark      varchar(1000),
    entered_at  timestamptz  not null
);
create index print_signing_by_delivery on delivery.print_signing (delivery_id, attempt);
