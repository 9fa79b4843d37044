-- The taxpayer corrected his declaration by his own will (INT-03, Ordynacja podatkowa art. 56a). reduced_until: who pays
-- the whole arrear by then owes half the rate; null: the correction came too late or after the office began to verify.
create table ledger.declaration_correction (
    case_number          varchar(60) not null,
    assessment_id        varchar(36) not null,
    declaration_deadline date        not null,
    filed_on             date        not null,
    after_verification   boolean     not null,
    reduced_until        date,
    primary key (case_number, assessment_id)
);
