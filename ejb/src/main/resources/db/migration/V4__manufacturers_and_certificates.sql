-- What a manufacturer is reached by, and since when its proofs are refused.
alter table manufacturer add column contact varchar(256);
alter table manufacturer add column suspended_at timestamp(6) with time zone;

-- How many devices a certificate may prove at most, none for any number; whether Cervello's literal proof is believed.
alter table manufacturer_certificate add column max_devices integer;
alter table manufacturer_certificate add column literal_form boolean default false not null;
