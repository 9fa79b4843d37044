-- How long the papers of a closed case are kept, set on the day it is closed by the category its class had then
-- (rulebook 6.4). destroyable_from: Bn; appraisal_from: BEn; state_archive_from: A; none of them: Bc.
alter table correspondence.case_file add column category           varchar(5);
alter table correspondence.case_file add column hand_over_from     date;
alter table correspondence.case_file add column destroyable_from   date;
alter table correspondence.case_file add column appraisal_from     date;
alter table correspondence.case_file add column state_archive_from date;

update correspondence.case_file f
set category = c.category,
    hand_over_from = case when c.category = 'Bc' then null
                          else make_date(extract(year from f.closed_on)::int + 3, 1, 1) end,
    destroyable_from = case when c.category ~ '^B[0-9]'
                            then make_date(extract(year from f.closed_on)::int
                                           + substring(c.category from '[0-9]+')::int + 1, 1, 1) end,
    appraisal_from = case when c.category like 'BE%'
                          then make_date(extract(year from f.closed_on)::int
                                         + substring(c.category from '[0-9]+')::int + 1, 1, 1) end,
    state_archive_from = case when c.category = 'A'
                              then make_date(extract(year from f.closed_on)::int + 26, 1, 1) end
from correspondence.jrwa_class c
where c.symbol = f.jrwa_class and f.closed_on is not null;

-- A unit may have two parts: PkiO.WPO (OFF-01).
alter table correspondence.case_file alter column org_unit type varchar(31);
alter table correspondence.case_file alter column handling_unit type varchar(31);
alter table correspondence.assignment alter column org_unit type varchar(31);

-- What the archive looks at: closed cases, the first to be handed over first.
create view correspondence.closed_case as
    select case_number, title, year, org_unit, jrwa_class, number, closed_on, category, hand_over_from,
           destroyable_from, appraisal_from, state_archive_from
    from correspondence.case_file where closed_on is not null;
