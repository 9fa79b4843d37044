-- Once, after the first start, as the owner of the database: psql -d obieg -f hot-tables.sql
-- Rows of these tables of the engine live for seconds. Free space in the page keeps an update off the indexes; an eager
-- vacuum keeps the tables small.
alter table act_ru_job         set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200);
alter table act_ru_execution   set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200);
alter table act_ru_variable    set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200);
alter table act_ru_event_subscr set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200);
alter table act_ru_task        set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200);
alter table act_ge_bytearray   set (autovacuum_vacuum_scale_factor = 0.02);
alter table process.message    set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
