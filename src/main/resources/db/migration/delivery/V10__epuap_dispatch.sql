create table delivery.epuap_dispatch (
    own_id      varchar(36) primary key,
    order_id    varchar(200) not null unique,
    document_id varchar(200),
    delivery_id varchar(36)  not null,
    sent_at     timestamptz  not null
);

create index epuap_dispatch_by_document on delivery.epuap_dispatch (document_id);
