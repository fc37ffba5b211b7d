-- A root can have a successor. For a time both are trusted; cross_certificate is for the key of the row, by the other root.
alter table issuer add column cross_certificate bytea;
alter table issuer add column retired_at timestamp(6) with time zone;

-- Which device root has signed a certificate: each has a revocation list of its own.
alter table manufacturer_certificate add column issuer_id uuid;
update manufacturer_certificate set issuer_id = (select i.id from issuer i where i.owner = 'root');
alter table manufacturer_certificate alter column issuer_id set not null;
alter table manufacturer_certificate add constraint certificate_by_root foreign key (issuer_id) references issuer;
create index certificate_by_issuer on manufacturer_certificate (issuer_id, revoked_at);
