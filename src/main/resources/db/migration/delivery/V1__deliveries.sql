-- One letter to one addressee. Rulebook 4; persons stay in exchange.party.
create table delivery.delivery (
    id                     varchar(36)  primary key,
    case_number            varchar(60)  not null,
    document_id            varchar(64)  not null,
    party_id               varchar(36)  not null,
    status                 varchar(12)  not null default 'PREPARED',
    channel                varchar(20),
    channel_basis          varchar(100),
    channel_reason         varchar(500),
    ade_address            varchar(200),
    application_ade        varchar(200),
    epuap_address          varchar(200),
    attorney_ade           varchar(200),
    -- an address the clerk corrected for this letter; else the one of the client base is used
    street                 varchar(200),
    building               varchar(20),
    flat                   varchar(20),
    postcode               varchar(10),
    place                  varchar(100),
    country                varchar(2),
    -- circumstances only a clerk knows (D13)
    pickup_at_office       boolean      not null default false,
    imprisoned             boolean      not null default false,
    attorney_professional  boolean      not null default false,
    paper_at_once          boolean      not null default false,
    electronic_impossible  boolean      not null default false,
    legal_date             date,
    prepared_at            timestamptz  not null,
    concluded_at           timestamptz,
    unique (case_number, document_id, party_id)
);
create index delivery_by_status on delivery.delivery (status, prepared_at);

-- One attempt to deliver by one channel.
create table delivery.dispatch (
    id              bigint generated always as identity primary key,
    delivery_id     varchar(36)  not null references delivery.delivery,
    attempt         integer      not null,
    channel         varchar(20)  not null,
    reference       varchar(200) not null,
    sent_at         timestamptz  not null,
    -- how often the procedure was told: 1 after the first conclusion, 2 if an effective one came after an ineffective
    announced       integer      not null default 0,
    announced_effective boolean  not null default false,
    unique (channel, reference),
    unique (delivery_id, attempt)
);

-- What the operators say. It may come before its dispatch is known, so there is no foreign key.
create table delivery.evidence (
    id                 bigint generated always as identity primary key,
    channel            varchar(20)  not null,
    external_id        varchar(200) not null,
    dispatch_reference varchar(200) not null,
    kind               varchar(20)  not null,
    stated_on          date,
    details            jsonb        not null default '{}',
    document_id        varchar(64),
    received_at        timestamptz  not null,
    -- a card the desk has replaced by a corrected one
    withdrawn          boolean      not null default false,
    unique (channel, external_id)
);
create index evidence_by_dispatch on delivery.evidence (channel, dispatch_reference);

-- ZPO typed by hand at the desk (rulebook 4.5). A corrected card is a new row.
create table delivery.receipt (
    id                       bigint generated always as identity primary key,
    dispatch_id              bigint       not null references delivery.dispatch,
    outcome                  varchar(20)  not null,
    delivered_on             date,
    receiver_name            varchar(200),
    receiver_role            varchar(20),
    receiver_signature       boolean      not null,
    signature_missing_reason varchar(300),
    notice_placed_where      varchar(10),
    first_notice_on          date,
    deposit_place            varchar(12),
    second_notice_on         date,
    returned_on              date,
    return_reason            varchar(20),
    refusal_on               date,
    deliverer_name           varchar(200),
    scan_id                  varchar(64),
    entered_by               varchar(100) not null,
    entered_on               date         not null
);

-- From which submission a case came: its reply address may serve for delivery (DEL-05).
create table delivery.case_submission (
    case_number   varchar(60) primary key,
    submission_id varchar(36) not null
);

-- Numbers of letters carried by the office's own people.
create sequence delivery.hand_number;

-- Shipments handed to the post; written in transactions of their own, so that a retry knows what was begun.
create table delivery.post_shipment (
    guid        varchar(32) primary key,
    begun_on    date        not null,
    number      varchar(20) unique,
    envelope_id integer,
    posted_at   timestamptz,
    last_status varchar(20),
    checked_at  timestamptz,
    ended       boolean     not null default false
);
create index post_shipment_open on delivery.post_shipment (checked_at) where not ended;
