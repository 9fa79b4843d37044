-- An attempt that a clerk found defective although its evidence looks effective: it no longer counts.
alter table delivery.dispatch
    add column annulled_at   timestamptz,
    add column annul_reason  varchar(1000);
