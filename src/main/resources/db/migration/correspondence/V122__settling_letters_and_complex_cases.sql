-- Whether the letter settles its case, so that the term ends with it: a decision, a certificate, an order that ends the case.
alter table correspondence.letter add column settles boolean not null default false;
update correspondence.letter set settles = true where kind in ('DECISION', 'CERTIFICATE');

-- The kind of case in D16, and why it is an especially complex one (OP art. 139 § 1, KPA art. 35 § 3); null: it is ordinary.
alter table correspondence.case_term
    add column case_kind      varchar(40),
    add column complex_reason varchar(500);
update correspondence.case_term set case_kind = 'FIRST_INSTANCE' where basis in ('art. 139 §1 OP', 'art. 35 §3 KPA');
