-- Days without interest on the tax that the case is going to charge (INT-05, Ordynacja podatkowa art. 54 § 1 pkt 7).
create table ledger.suspended_interest (
    case_number varchar(60)  not null,
    from_on     date         not null,
    to_on       date         not null,
    basis       varchar(100) not null,
    applied_to  varchar(36)  references ledger.receivable,
    primary key (case_number, from_on, to_on)
);
