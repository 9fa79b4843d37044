-- Decisions and orders a party may contest, whichever module wrote them. assessment_id: of a tax decision.
create table tax.contestable (
    number        varchar(70) primary key,
    case_number   varchar(60) not null,
    document_id   varchar(64) not null,
    kind          varchar(10) not null check (kind in ('DECISION', 'ORDER')),
    issued_on     date        not null,
    tax_year      integer,
    tax_due       numeric(14, 2),
    party_ids     text[]      not null
);
create index contestable_by_document on tax.contestable (document_id);

-- How letters reached their addressees. No foreign keys: the facts come in any order.
create table tax.letter_delivery (
    delivery_id varchar(60) primary key,
    case_number varchar(60) not null,
    document_id varchar(64) not null,
    party_id    varchar(36) not null,
    legal_date  date
);
create index letter_delivery_by_document on tax.letter_delivery (document_id);

create table tax.appeal (
    appeal_case         varchar(60) primary key,
    decision_number     varchar(70) not null references tax.contestable,
    party_id            varchar(36),
    filed_on            date        not null,
    received_on         date        not null,
    term_end            date,
    in_time             boolean     not null,
    verdict             varchar(20),
    forward_by          date        not null,
    ruling_due_on       date,
    body_received_on    date,
    ruling_outcome      varchar(20),
    ruling_number       varchar(100),
    ruling_on           date,
    ruling_delivered_on date,
    ended_on            date
);
create index appeal_by_decision on tax.appeal (decision_number);

insert into tax.contestable (number, case_number, document_id, kind, issued_on, tax_year, tax_due, party_ids)
select d.decision_number, d.case_number, d.document_id, 'DECISION', d.issued_on, a.tax_year, a.tax_due,
       array(select party_id::text from tax.decision_addressee x where x.assessment_id = d.assessment_id)
from tax.decision d join tax.assessment a on a.id = d.assessment_id;

insert into tax.letter_delivery (delivery_id, case_number, document_id, party_id, legal_date)
select x.delivery_id, d.case_number, d.document_id, x.party_id, x.legal_date
from tax.decision_addressee x join tax.decision d on d.assessment_id = x.assessment_id
where x.delivery_id is not null and x.status is not null;
