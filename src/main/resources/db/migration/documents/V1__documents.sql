create table documents.document (
    id         varchar(64)  primary key check (id ~ '^[0-9a-f]{64}$'),
    file_name  varchar(300) not null,
    media_type varchar(100) not null,
    size       bigint       not null,
    content    bytea        not null,
    stored_at  timestamptz  not null
);

-- PDF and images do not shrink; without compression reading is faster.
alter table documents.document alter column content set storage external;

-- A sealing that is tried again answers with the first result.
create table documents.seal (
    unsealed_document_id varchar(64) primary key references documents.document,
    document_id          varchar(64) not null references documents.document,
    sealed_at            timestamptz not null
);
