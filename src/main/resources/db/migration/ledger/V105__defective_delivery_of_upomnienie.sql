-- AGAIN: the delivery of the upomnienie was found defective and it is delivered anew (ARR-04).
alter table ledger.dunning
    drop constraint dunning_state_check,
    add check (state in ('FOUND', 'ISSUED', 'DELIVERED', 'AGAIN', 'UNDELIVERED', 'WITHDRAWN', 'CLOSED'));

-- Names of the debtor's parents, if known (ARR-08, UPEA art. 27 § 1 pkt 2).
create table ledger.debtor_parents (
    party_id varchar(36) primary key,
    father   varchar(100),
    mother   varchar(100)
);
