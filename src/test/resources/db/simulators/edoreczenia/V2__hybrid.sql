-- Letters of the hybrid service (PUH): the operator prints them and brings them to an address.
alter table edoreczenia.message
    add column service         varchar(12) not null default 'electronic',
    add column shipment_number varchar(32),
    add column card            text;
