-- Who may pay for the taxpayers of an account, as a clerk found out (PAY-02, Ordynacja podatkowa art. 62b).
create table ledger.accepted_payer (
    account        varchar(26) not null references ledger.payer_account,
    sender_account varchar(34) not null,
    relation       varchar(30) not null,
    payment_id     varchar(36) not null references ledger.payment,
    accepted_on    date        not null,
    primary key (account, sender_account)
);

-- A clerk is asked who the payer is; relation: what he answered.
alter table ledger.payment
    add column payer_doubt boolean not null default false,
    add column payer_relation varchar(30);
