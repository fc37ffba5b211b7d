-- Which identifiers each certificate has proved: what it has proved once does not count again towards its max_devices.
create table proven_identifier (
  certificate_id        uuid not null references manufacturer_certificate,
  normalized_identifier varchar(128) not null,
  proven_at             timestamp(6) with time zone not null,
  primary key (certificate_id, normalized_identifier)
);
insert into proven_identifier (certificate_id, normalized_identifier, proven_at)
  select d.certificate_id, e.normalized_identifier, d.created_at from device d join enrollment e on e.id = d.enrollment_id;

-- A literal proof is a static secret: with one certificate it leads to one success for an enrollment.
create table literal_use (
  enrollment_id  bigint not null references enrollment on delete cascade,
  certificate_id uuid not null references manufacturer_certificate,
  used_at        timestamp(6) with time zone not null,
  primary key (enrollment_id, certificate_id)
);

-- How an identifier is compared; whether it took a certificate's private key to bring the attempt about.
alter table provisioning_attempt add column normalized_identifier varchar(128);
alter table provisioning_attempt add column verified boolean default false not null;
update provisioning_attempt set
  normalized_identifier = upper(unique_identifier),
  verified = outcome not in ('invalid-proof', 'malformed-request');
alter table provisioning_attempt alter column verified drop default;

-- The log is looked at newest first, under at most one filter at a time that leaves few: each has its index.
drop index attempt_of_manufacturer;
drop index attempt_of_organization;
create index attempt_of_manufacturer on provisioning_attempt (manufacturer_id, attempted_at desc, id);
create index attempt_of_manufacturer_by_outcome on provisioning_attempt (manufacturer_id, outcome, attempted_at desc, id);
create index attempt_of_manufacturer_by_identifier on provisioning_attempt (manufacturer_id, normalized_identifier, attempted_at desc, id);
create index attempt_of_manufacturer_by_source on provisioning_attempt (manufacturer_id, source, attempted_at desc, id);
create index attempt_of_certificate on provisioning_attempt (certificate_id, attempted_at desc, id);
create index attempt_of_organization on provisioning_attempt (organization_id, attempted_at desc, id);
create index attempt_of_organization_by_outcome on provisioning_attempt (organization_id, outcome, attempted_at desc, id);
create index attempt_of_organization_by_identifier on provisioning_attempt (organization_id, normalized_identifier, attempted_at desc, id);
create index attempt_by_age on provisioning_attempt (verified, attempted_at desc);

-- Work that one server at a time does: who holds the row is at it.
create table housekeeping (
  task varchar(32) primary key
);
insert into housekeeping (task) values ('attempt-retention');
