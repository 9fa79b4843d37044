-- The key under which a clerk was asked whether a message of unknown outcome is in the mailbox. Only another visit of the
-- task, which the clerk orders, may send it again.
alter table delivery.edoreczenia_message add column asked_under varchar(100);
