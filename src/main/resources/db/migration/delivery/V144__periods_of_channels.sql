-- Periods are entered on a page now, the areas of the sołtys too (DEL-03): area is a place of the gmina.
alter table delivery.channel_period drop constraint channel_period_channel_check;
alter table delivery.channel_period
    add constraint channel_period_channel_check check (channel in ('EPUAP', 'COURIER', 'PUH', 'SOLTYS')),
    add column area       varchar(100),
    add column entered_by varchar(100),
    add column ended_by   varchar(100),
    add constraint channel_period_area_check check ((channel = 'SOLTYS') = (area is not null));
