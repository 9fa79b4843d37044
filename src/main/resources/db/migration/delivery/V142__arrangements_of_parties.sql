-- What the office knows of how letters reach a party: who acts for it, where and how it is served (DEL-04, DEL-09, DEL-15
-- to DEL-17). It holds for each letter from its first attempt on. Rows are never deleted: who entered and who ended one
-- stays. Personal data.
create table delivery.arrangement (
    id                  bigint generated always as identity primary key,
    party_id            varchar(36)  not null,
    -- null: in all cases of the party
    case_number         varchar(60),
    kind                varchar(20)  not null,
    representative_name varchar(200),
    representative_role varchar(20),
    professional        boolean      not null default false,
    ade                 varchar(200),
    street              varchar(200),
    building            varchar(20),
    flat                varchar(20),
    postcode            varchar(10),
    place               varchar(100),
    country             varchar(2),
    -- the address of the client base that this one stands for; once the party reports another, that one is newer
    instead_of          varchar(500),
    basis               varchar(300) not null,
    valid_from          date         not null,
    -- the last day; before valid_from: it never held
    valid_to            date,
    entered_by          varchar(100) not null,
    entered_at          timestamptz  not null,
    ended_by            varchar(100),
    ended_at            timestamptz
);
create index arrangement_by_party on delivery.arrangement (party_id, kind);

-- What clerks recorded of single letters so far holds for the next letters of the case, too.
insert into delivery.arrangement (party_id, case_number, kind, representative_name, representative_role, professional, ade,
        street, building, flat, postcode, place, country, basis, valid_from, entered_by, entered_at)
select distinct on (d.party_id, d.case_number) party_id, case_number, 'REPRESENTATIVE', representative_name,
       coalesce(representative_role, 'ATTORNEY'), attorney_professional, attorney_ade,
       street, building, flat, postcode, place, country, 'wpis przy doręczeniu', prepared_at::date, 'system', prepared_at
from delivery.delivery d where representative_name is not null or attorney_professional
order by d.party_id, d.case_number, d.prepared_at desc;

insert into delivery.arrangement (party_id, case_number, kind, street, building, flat, postcode, place, country, basis,
        valid_from, entered_by, entered_at)
select distinct on (d.party_id, d.case_number) party_id, case_number, 'ADDRESS', street, building, flat, postcode, place,
       country, 'wpis przy doręczeniu', prepared_at::date, 'system', prepared_at
from delivery.delivery d where place is not null and representative_name is null
order by d.party_id, d.case_number, d.prepared_at desc;

insert into delivery.arrangement (party_id, case_number, kind, basis, valid_from, entered_by, entered_at)
select party_id, case_number, kind, 'wpis przy doręczeniu', min(prepared_at)::date, 'system', min(prepared_at)
from delivery.delivery cross join lateral (values
    ('PICKUP', pickup_at_office), ('IMPRISONED', imprisoned), ('PAPER_AT_ONCE', paper_at_once),
    ('NOT_ELECTRONIC', electronic_impossible)) as fact (kind, holds)
where holds group by party_id, case_number, kind;
