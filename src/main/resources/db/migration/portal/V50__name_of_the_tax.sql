-- What a decision of the case is about, if that is known: the form alone does not tell łączne zobowiązanie pieniężne.
create table portal.tax_name (
    case_number varchar(60)  primary key,
    tax         varchar(100) not null
);
