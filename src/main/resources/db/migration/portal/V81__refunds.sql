-- Money the office gave back in a case.
create table portal.refund (
    refund_id   varchar(64)    primary key,
    case_number varchar(60)    not null,
    ordered_on  date           not null,
    amount      numeric(14, 2) not null,
    interest    numeric(14, 2) not null
);
create index refund_by_case on portal.refund (case_number);
