-- The document store names a document by the hash of its content.
alter table ledger.dunning alter column document_id type varchar(80);
alter table ledger.title alter column document_id type varchar(80);
