-- revoked_at of a certificate and invalidated_at of a device may lie in the future; they count from that instant on, by
-- the database's clock, and nothing has to happen when it comes.
alter table manufacturer_certificate add column revocation_reason varchar(32);
update manufacturer_certificate set revocation_reason = 'UNSPECIFIED' where revoked_at is not null;
create index certificate_by_revocation on manufacturer_certificate (revoked_at);

-- When a device last authenticated, to some minutes. Without an index, so that PostgreSQL notes it in place; it is counted
-- for one certificate at a time.
alter table device add column last_used_at timestamp(6) with time zone;
update device set last_used_at = first_used_at;

-- Serves the last use of a certificate, too: the time at which it last proved a device.
create index device_by_certificate on device (certificate_id, rotated_at);

-- The last revocation list of an issuer, which all servers give out: one number, one content.
create table revocation_list (
  issuer_id     uuid primary key references issuer,
  list_number   bigint not null,
  revoked_count bigint not null,
  this_update   timestamp(6) with time zone not null,
  der           bytea not null
);
