-- How often the other systems were told of the evidence of an attempt: an older telling must not overwrite a newer one.
alter table delivery.dispatch add column revision integer not null default 0;

-- The evidence the conclusion rests on; evidence that comes later and says otherwise is noticed by it.
alter table delivery.delivery add column concluded_from varchar(200);

-- When a channel that not every office has may be used, beside the settings: a campaign of couriers, a special provision
-- for ePUAP (DEL-24), a contract for the hybrid service (DEL-18). channel: EPUAP, COURIER or PUH.
create table delivery.channel_period (
    id             bigint generated always as identity primary key,
    channel        varchar(20)  not null check (channel in ('EPUAP', 'COURIER', 'PUH')),
    available_from date         not null,
    available_to   date         not null,
    basis          varchar(300) not null,
    check (available_from <= available_to)
);
