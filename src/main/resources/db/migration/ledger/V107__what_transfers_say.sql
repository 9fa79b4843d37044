-- Money the enforcement office collected by a title (TW-…); its message of that amount tells the day it counts from.
alter table ledger.payment add column enforced_by varchar(30);
alter table ledger.enforcement_message add column payment_id varchar(36) unique references ledger.payment;
create index payment_by_title on ledger.payment (enforced_by) where enforced_by is not null;
