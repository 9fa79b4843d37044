-- The version for paper of a letter that is sealed in its electronic one: the same text, with a line for the signature.
create table documents.paper_version (
    unsealed_document_id varchar(64) primary key references documents.document,
    paper_document_id    varchar(64) not null references documents.document
);
create index seal_by_document on documents.seal (document_id);
