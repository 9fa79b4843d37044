create table home.clock (ahead_seconds bigint not null);

insert into home.clock values (0);
