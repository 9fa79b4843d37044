-- Orders that give a decision that is not final the rigour of immediate enforceability (OP art. 239b). ground: pkt of § 1;
-- given_on: when the order reached a debtor, from then on the decision may be carried out.
create table ledger.rigour (
    case_number     varchar(60)   primary key,
    receivable_id   varchar(36)   not null references ledger.receivable,
    decision_number varchar(70)   not null,
    ground          varchar(20)   not null check (ground in ('EGZEKUCJA', 'BRAK_MAJATKU', 'ZBYWANIE', 'PRZEDAWNIENIE')),
    order_number    varchar(70),
    given_on        date
);
create index rigour_by_receivable on ledger.rigour (receivable_id);
