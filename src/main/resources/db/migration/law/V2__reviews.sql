alter table law.proposal add column review jsonb;

comment on column law.proposal.review is
    'What the person who decided has read: the change in words, the examples, the objections; null while it is open.';
comment on column law.proposal_file.base_version is
    'When the change was proposed: version of the table in force; of other files, how many of them were approved before, null for none.';
