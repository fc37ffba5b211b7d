-- The address of a mail that says that its user does not use the address any more. Nothing else has this address then. It is null for
-- other mails: they go to the address that the user has when they are sent.
alter table mail add column address varchar(254);
