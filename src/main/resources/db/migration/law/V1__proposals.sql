create table law.proposal (
    id          uuid primary key,
    note        varchar(500) not null,
    status      varchar(10)  not null check (status in ('PROPOSED', 'APPROVED', 'REJECTED')),
    proposed_by varchar(100) not null,
    proposed_at timestamptz  not null,
    decided_by  varchar(100),
    decided_at  timestamptz,
    reason      varchar(500),
    check (decided_by is null or decided_by <> proposed_by or status = 'REJECTED')
);

create index proposal_by_time on law.proposal (proposed_at desc);

create table law.proposal_file (
    proposal_id  uuid         not null references law.proposal (id),
    name         varchar(200) not null,
    content      bytea        not null,
    base_version integer,
    primary key (proposal_id, name)
);

comment on column law.proposal_file.base_version is
    'Version of the table in force when the change was proposed; null for a new table and for examples.';
comment on table law.proposal is 'Changes of the law pack: proposed by one person, approved by another.';
