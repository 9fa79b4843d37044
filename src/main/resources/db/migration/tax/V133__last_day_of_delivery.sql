-- the last day on which the delivery of a decision still creates the liability (PT-13, OP art. 68 § 1–2)
alter table tax.assessment add column limited_on date;

update tax.assessment a
set limited_on = make_date(a.tax_year + case when d.received_on > d.event_date + 14 then 5 else 3 end, 12, 31)
from tax.declaration d
where d.id = a.declaration_id;
