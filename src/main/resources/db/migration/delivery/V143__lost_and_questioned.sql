-- A clerk gave up waiting for the evidence of an attempt; it still counts if it comes.
alter table delivery.dispatch add column lost_at timestamptz;

-- The procedure ended without delivery; effective evidence that comes later is a doubt for a clerk.
alter table delivery.delivery add column closed_at timestamptz;

-- A clerk questions a delivery that its evidence shows as effective, and may say what is true instead: then a piece of
-- evidence of his stands for the others until the challenge is dismissed.
create table delivery.challenge (
    id           bigint generated always as identity primary key,
    delivery_id  varchar(36)   not null references delivery.delivery,
    channel      varchar(20)   not null,
    reference    varchar(200)  not null,
    truth        varchar(20)   not null,
    true_day     date,
    reason       varchar(1000) not null,
    raised_by    varchar(100)  not null,
    raised_at    timestamptz   not null,
    dismissed_at timestamptz
);
create index challenge_by_delivery on delivery.challenge (delivery_id);
alter table delivery.evidence add column replaced_by varchar(200);
