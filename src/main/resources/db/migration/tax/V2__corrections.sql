-- A correction in the same case takes the place of the declaration before it; both are kept.
alter table tax.declaration add column replaced_by varchar(36) references tax.declaration;
