-- Cases that became an individual dispute: heard, sent back on appeal, or begun ex officio. Their decisions are signed by
-- hand (SG-04a).
create table delivery.disputed_case (
    case_number varchar(60) primary key,
    since       timestamptz not null
);
