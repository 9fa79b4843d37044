create table tax.declaration (
    id               varchar(36)  primary key,
    submission_id    varchar(36)  not null unique,
    case_number      varchar(60)  not null,
    form             varchar(20)  not null,
    version          varchar(10)  not null,
    tax_year         integer      not null,
    purpose          varchar(12)  not null,
    event            varchar(30),
    event_date       date,
    obligation_since date,
    received_on      date         not null,
    declared_total   numeric(14, 2),
    declared_tax     numeric(14, 2),
    accepted_on      date
);

create index declaration_by_case on tax.declaration (case_number);
create index declaration_by_arrival on tax.declaration (received_on desc, id);

create table tax.declaration_taxpayer (
    declaration_id varchar(36)  not null references tax.declaration,
    position       integer      not null,
    party_id       varchar(36)  not null,
    kind           varchar(12)  not null,
    display_name   varchar(300) not null,
    primary key (declaration_id, position)
);

create table tax.taxable_object (
    declaration_id    varchar(36)  not null references tax.declaration,
    position          integer      not null,
    kind              varchar(10)  not null,
    egib              varchar(10),
    usage             varchar(30),
    location          varchar(300),
    plot_id           varchar(60),
    land_register     varchar(30),
    area              numeric(12, 2),
    area_ha           numeric(12, 4),
    value             numeric(14, 2),
    occupied          boolean,
    share_numerator   integer,
    share_denominator integer,
    share_basis       varchar(10),
    exemption         varchar(200),
    months            integer check (months between 1 and 12),
    taxed_from        date,
    taxed_to          date,
    primary key (declaration_id, position)
);

create table tax.building_floor (
    declaration_id  varchar(36)    not null,
    object_position integer        not null,
    position        integer        not null,
    area            numeric(12, 2) not null,
    height          numeric(6, 2)  not null,
    primary key (declaration_id, object_position, position),
    foreign key (declaration_id, object_position) references tax.taxable_object
);

create table tax.assessment (
    id             varchar(36)    primary key,
    declaration_id varchar(36)    not null unique references tax.declaration,
    case_number    varchar(60)    not null,
    call_key       varchar(200)   not null,
    regime         varchar(10)    not null,
    tax_year       integer        not null,
    total          numeric(14, 2) not null,
    tax_due        numeric(14, 2) not null,
    assessed_on    date           not null
);

create table tax.assessment_row (
    assessment_id     varchar(36)    not null references tax.assessment,
    position          integer        not null,
    object_position   integer        not null,
    treatment         varchar(12)    not null,
    code              varchar(12),
    base              numeric(18, 6) not null,
    unit              varchar(10),
    rate              numeric(12, 4),
    months            integer        not null,
    share_numerator   integer,
    share_denominator integer,
    amount            numeric(14, 2) not null,
    resolution        varchar(300),
    reason            varchar(500)   not null,
    primary key (assessment_id, position)
);

create table tax.instalment (
    assessment_id varchar(36)    not null references tax.assessment,
    number        integer        not null,
    due_on        date           not null,
    amount        numeric(14, 2) not null,
    primary key (assessment_id, number)
);

create table tax.decision (
    assessment_id   varchar(36)  primary key references tax.assessment,
    case_number     varchar(60)  not null,
    decision_number varchar(60)  not null unique,
    document_id     varchar(64)  not null,
    issued_on       date         not null
);

create table tax.decision_addressee (
    assessment_id   varchar(36) not null references tax.decision,
    party_id        varchar(36) not null,
    delivery_id     varchar(60) unique,
    status          varchar(20),
    legal_date      date,
    appeal_deadline date,
    primary key (assessment_id, party_id)
);
