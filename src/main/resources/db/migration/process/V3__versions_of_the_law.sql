alter table process.reason
    add column law_pack varchar(200),
    add column tables_read text;

comment on column process.reason.law_pack is
    'Which law pack was in force, as a Polish phrase: day and number of the last approved one.';
comment on column process.reason.tables_read is
    'For a computation: the tables it had read, each with its version, as a Polish phrase.';
