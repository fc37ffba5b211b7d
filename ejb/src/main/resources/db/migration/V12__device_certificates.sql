-- Authorities of organizations, beside the root, which is nobody's.
alter table issuer add column organization_id uuid;
alter table issuer add constraint issuer_of_organization foreign key (organization_id) references organization;
create index issuer_by_organization on issuer (organization_id, created_at);

-- Certificates that are credentials of devices. A row outlives its device, and then is revoked: the revocation list names
-- it until after its expiry.
create table credential_certificate (
  id                uuid primary key,
  issuer_id         uuid not null references issuer,
  proved_by         uuid not null references manufacturer_certificate,
  device_id         uuid,
  fingerprint       varchar(43) not null unique,
  certificate       bytea not null,
  serial_number     varchar(40) not null unique,
  not_after         timestamp(6) with time zone not null,
  issued_at         timestamp(6) with time zone not null,
  first_used_at     timestamp(6) with time zone,
  revoked_at        timestamp(6) with time zone,
  revocation_reason varchar(32),
  constraint credential_certificate_of_device foreign key (device_id) references device on delete set null,
  constraint without_device_revoked check (device_id is not null or revoked_at is not null)
);
create index credential_certificate_by_device on credential_certificate (device_id);
create index credential_certificate_by_issuer on credential_certificate (issuer_id, revoked_at);

-- A device whose credential is a certificate has no token.
alter table device alter column access_token_hash drop not null;
