-- A sample to try the system with. Before the first real case the office loads its whole table
-- (Dz.U. 2011 nr 14 poz. 67, zał. 2) with sample = false; docs/systems/ezd.md says how.
insert into correspondence.jrwa_class (symbol, title, category, sample) values
    ('0050', 'Zarządzenia wójta', 'A', true),
    ('0052', 'Upoważnienia i pełnomocnictwa', 'B10', true),
    ('1431', 'Udostępnianie informacji publicznej na wniosek', 'BE5', true),
    ('310',  'Wyjaśnienia, interpretacje, opinie w sprawach podatków i opłat lokalnych', 'BE10', true),
    ('3120', 'Podatek od nieruchomości', 'B10', true),
    ('3121', 'Podatek rolny', 'B10', true),
    ('3122', 'Podatek leśny', 'B10', true),
    ('3123', 'Łączne zobowiązanie pieniężne', 'B10', true),
    ('3124', 'Podatek od środków transportowych', 'B10', true),
    ('3130', 'Opłata skarbowa', 'B5', true),
    ('3140', 'Windykacja należności podatkowych', 'B10', true),
    ('3160', 'Zaświadczenia w sprawach podatków i opłat lokalnych', 'B5', true),
    ('6131', 'Usuwanie drzew i krzewów', 'B5', true),
    ('6220', 'Decyzje o środowiskowych uwarunkowaniach', 'BE10', true),
    ('7340', 'Zezwolenia na sprzedaż napojów alkoholowych', 'B5', true);
