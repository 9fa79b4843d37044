-- What of a payment went to interest, beside the amount that went to the tax itself.
alter table portal.payment add column interest numeric(14, 2) not null default 0;
