-- by what title a taxpayer holds, and what the table "podatnik" made of it (PT-02)
alter table tax.declaration_taxpayer add column title varchar(24) not null default 'OWNER';
alter table tax.declaration_taxpayer add column liable boolean not null default true;
alter table tax.declaration_taxpayer add column liable_because varchar(300);

alter table tax.taxable_object add column public_owner boolean;
alter table tax.taxable_object add column owed_by_others boolean not null default false;
