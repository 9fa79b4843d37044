-- A message by e-Doręczenia proper (ADE) or by the hybrid service (PUH), which share the operator's mailbox.
alter table delivery.edoreczenia_message add column channel varchar(20) not null default 'ADE';
