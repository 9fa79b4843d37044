-- A declared tax is corrected by a later declaration or a determining decision, in a case of its own (OP art. 81, 21 § 3).
-- decision_number holds the assessment then. change_case: the case that waits for the corrected receivable to be settled.
alter table ledger.correction add column change_case varchar(60);

-- INT-03: from when payments earn the reduced rate; null: whenever they were made.
alter table ledger.declaration_correction add column paid_from date;
