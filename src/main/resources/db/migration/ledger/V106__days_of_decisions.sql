-- When decisions of the office were issued: 30 days from then an overpayment they made is refunded (OVP-02, Ordynacja
-- podatkowa art. 77 § 1 pkt 1).
create table ledger.decision_issued (
    number    varchar(60) primary key,
    issued_on date        not null
);
