-- How often the term of the case has begun: once, and again each time the case is taken up anew.
alter table correspondence.case_term add column rounds integer not null default 1;
