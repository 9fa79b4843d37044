-- By which act a letter is delivered where it is not the tax ordinance: upomnienia and titles go by KPA (DEL-22).
create table delivery.document_law (
    document_id varchar(64) primary key,
    law         varchar(10) not null
);

-- Whom the letter goes to instead of the party: an attorney, or one appointed because the party's place is not known
-- (DEL-15, DEL-16). The address is the corrected one of the delivery. Personal data.
alter table delivery.delivery
    add column representative_name varchar(200),
    add column representative_role varchar(20);
