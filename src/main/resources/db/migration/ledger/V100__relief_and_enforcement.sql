-- Why a term of a relief lapsed: MISSED – not paid in time; THREE_IN_ROW – three terms in a row were missed before it
-- (Ordynacja podatkowa art. 259).
alter table ledger.relief_term
    add column lapse_ground varchar(12) check (lapse_ground in ('MISSED', 'THREE_IN_ROW'));
update ledger.relief_term set lapse_ground = 'MISSED' where lapsed_on is not null;
alter table ledger.relief_term add check ((lapsed_on is null) = (lapse_ground is null));

-- A relief granted after the title suspends it, a broken one resumes it, a remission reduces it (ARR-09, UPEA art. 56).
alter table ledger.enforcement_notice
    drop constraint enforcement_notice_kind_check,
    add check (kind in ('PAYMENT', 'WITHDRAWAL', 'SUSPENSION', 'RESUMPTION', 'REDUCTION'));

-- What became of a receivable beside payments, in a sentence each: a relief, its lapse, a write-off.
create table ledger.receivable_note (
    note_id       varchar(150) primary key,
    receivable_id varchar(36)  not null references ledger.receivable,
    noted_on      date         not null,
    sentence      text         not null
);
create index receivable_note_by_receivable on ledger.receivable_note (receivable_id);

-- A relief may be granted for what another relief put off, so rows of terms form a chain; at its beginning stands the
-- instalment by the tax act (or interest or fee, which have none).
create function ledger.root_instalment(of_receivable varchar, of_number integer) returns integer language sql stable as $$
    with recursive up as (
        select i.number, i.origin from ledger.instalment i
        where i.receivable_id = of_receivable and i.number = of_number
        union all
        select i.number, i.origin from ledger.instalment i join up on i.number = up.origin
        where i.receivable_id = of_receivable)
    select number from up where origin is null
$$;
