-- What the register of incoming letters holds of any letter (rulebook 6.2). carrier: PAPER for a letter on paper.
alter table correspondence.incoming add column letter_date  date;
alter table correspondence.incoming add column senders_mark varchar(100);
alter table correspondence.incoming add column carrier      varchar(20);
alter table correspondence.incoming add column remarks      varchar(500);

-- What is not scanned (OFF-12), as the head of the office set it, from day to day. stored_apart: its original is not kept
-- in the skład chronologiczny.
create table correspondence.unscanned_kind (
    code         varchar(30)  not null,
    label        varchar(200) not null,
    stored_apart boolean      not null,
    valid_from   date         not null,
    valid_to     date,
    primary key (code, valid_from),
    check (valid_to >= valid_from)
);
insert into correspondence.unscanned_kind (code, label, stored_apart, valid_from) values
    ('DUZY_FORMAT', 'format większy niż A3 (mapa, projekt, plakat)', false, '2011-01-01'),
    ('OPRAWIONE', 'dokument oprawiony, którego nie można rozłożyć bez uszkodzenia', false, '2011-01-01'),
    ('NIEJAWNE', 'informacje niejawne – oryginał w kancelarii materiałów niejawnych', true, '2011-01-01');

-- A letter that came on paper, as the registry entered it. registration_key: made with the empty form, so that a second
-- click enters nothing. unscanned_*: what of it is not scanned and why; the reason in the words of that day.
create table correspondence.paper_letter (
    submission_id     varchar(36)  primary key,
    letter_number     varchar(30)  not null unique references correspondence.incoming,
    registration_key  varchar(36)  not null unique,
    kind              varchar(40)  not null,
    pages             integer      not null check (pages > 0),
    scan_pages        integer,
    unscanned_code    varchar(30),
    unscanned_reason  varchar(200),
    registered_by     varchar(64)  not null,
    -- without the whole of it scanned there is a reason (OFF-13, OFF-12)
    check (scan_pages >= pages or unscanned_code is not null)
);

-- Where each paper original (skład chronologiczny, SCh) and each carrier (skład informatycznych nośników danych, SIN)
-- lies: in the order of registration, not by case (OFF-10, OFF-11).
create table correspondence.stored_item (
    place         varchar(30)  primary key,
    store         varchar(3)   not null check (store in ('SCh', 'SIN')),
    year          integer      not null,
    number        integer      not null,
    letter_number varchar(30)  not null references correspondence.incoming,
    what          varchar(300) not null,
    stored_at     timestamptz  not null,
    unique (store, year, number)
);
create index stored_item_by_letter on correspondence.stored_item (letter_number);

-- Taking an item out is a loan (OFF-10). borrower, lent_by, taken_back_by: logins.
create table correspondence.loan (
    id            bigint generated always as identity primary key,
    place         varchar(30)  not null references correspondence.stored_item,
    borrower      varchar(64)  not null,
    purpose       varchar(300) not null,
    lent_by       varchar(64)  not null,
    lent_on       date         not null,
    due_on        date         not null,
    returned_on   date,
    taken_back_by varchar(64),
    check (due_on >= lent_on),
    check (returned_on >= lent_on)
);
-- What is out cannot be lent again.
create unique index loan_open on correspondence.loan (place) where returned_on is null;

create view correspondence.storeroom as
    select i.place, i.store, i.year, i.number, i.letter_number, i.what, i.stored_at, n.sender, n.case_number,
           l.borrower, l.due_on
    from correspondence.stored_item i
    join correspondence.incoming n on n.letter_number = i.letter_number
    left join correspondence.loan l on l.place = i.place and l.returned_on is null;

create view correspondence.loan_list as
    select l.id, l.place, i.letter_number, n.case_number, l.borrower, l.purpose, l.lent_on, l.returned_on,
           case when l.returned_on is null then l.due_on end as due_open
    from correspondence.loan l
    join correspondence.stored_item i on i.place = l.place
    join correspondence.incoming n on n.letter_number = i.letter_number;
