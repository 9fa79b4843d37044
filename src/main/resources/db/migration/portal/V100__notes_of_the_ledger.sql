-- What the office decided about paying: a relief and what became of it, a write-off. One sentence each, as it was told.
create table portal.ledger_note (
    note_id       varchar(150) primary key,
    case_number   varchar(60)  not null,
    receivable_id varchar(36)  not null,
    noted_on      date         not null,
    sentence      text         not null
);
create index ledger_note_by_receivable on portal.ledger_note (receivable_id);
