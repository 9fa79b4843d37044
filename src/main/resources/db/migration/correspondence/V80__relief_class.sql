insert into correspondence.jrwa_class (symbol, title, category, sample) values
    ('3150', 'Ulgi w zapłacie podatków i opłat lokalnych', 'B10', true)
on conflict do nothing;
