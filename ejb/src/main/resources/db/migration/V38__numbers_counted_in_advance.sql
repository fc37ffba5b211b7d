-- Numbers that pages show without counting. The transaction that changes a number inserts a change; a timer moves changes into
-- the sums. A number is what both tables say together. hour_start is the epoch for an amount that stands, such as the devices of
-- an organization; otherwise it is the hour in which something happened, and of days that are long over the day.
create table tally_change (
  kind            varchar(16) not null,
  organization_id uuid,
  manufacturer_id uuid,
  import_id       uuid,
  certificate_id  uuid,
  outcome         varchar(32) not null,
  hour_start      timestamp(6) with time zone not null,
  amount          bigint not null
);

-- An id of zeros stands for none, because a key has no nulls.
create table tally (
  kind            varchar(16) not null,
  organization_id uuid not null,
  manufacturer_id uuid not null,
  import_id       uuid not null,
  certificate_id  uuid not null,
  outcome         varchar(32) not null,
  hour_start      timestamp(6) with time zone not null,
  amount          bigint not null,
  primary key (organization_id, hour_start, kind, outcome, import_id, certificate_id, manufacturer_id)
);
create index tally_of_manufacturer on tally (manufacturer_id, hour_start);
create index tally_of_kind on tally (kind, hour_start);
insert into housekeeping (task) values ('tally');
insert into housekeeping (task) values ('timed-counts');

-- What there is already. Telemetry messages are counted from now on.
insert into tally_change (kind, organization_id, manufacturer_id, import_id, outcome, hour_start, amount)
  select 'ENROLLED', organization_id, manufacturer_id, batch_id, '', timestamp with time zone '1970-01-01 00:00:00+00', count(*)
  from enrollment group by organization_id, manufacturer_id, batch_id;
insert into tally_change (kind, organization_id, manufacturer_id, import_id, certificate_id, outcome, hour_start, amount)
  select 'DEVICES', d.organization_id, e.manufacturer_id, e.batch_id, d.certificate_id, '',
    timestamp with time zone '1970-01-01 00:00:00+00', count(*)
  from device d join enrollment e on e.id = d.enrollment_id
  group by d.organization_id, e.manufacturer_id, e.batch_id, d.certificate_id;
insert into tally_change (kind, organization_id, outcome, hour_start, amount)
  select 'JOINS', organization_id, '', joined, count(*) from (
    select organization_id, date_trunc('hour', created_at at time zone 'UTC') at time zone 'UTC' as joined from device
    where created_at > current_timestamp - interval '33' day) j
  group by organization_id, joined;
insert into tally_change (kind, manufacturer_id, outcome, hour_start, amount)
  select 'ATTEMPTS', manufacturer_id, outcome, attempted, count(*) from (
    select manufacturer_id, outcome, date_trunc('hour', attempted_at at time zone 'UTC') at time zone 'UTC' as attempted
    from provisioning_attempt where manufacturer_id is not null and attempted_at > current_timestamp - interval '33' day) a
  group by manufacturer_id, outcome, attempted;
insert into tally_change (kind, organization_id, outcome, hour_start, amount)
  select 'ATTEMPTS', organization_id, outcome, attempted, count(*) from (
    select organization_id, outcome, date_trunc('hour', attempted_at at time zone 'UTC') at time zone 'UTC' as attempted
    from provisioning_attempt
    where organization_id is not null and outcome not in ('provisioned', 'rotated', 'approval-pending')
      and attempted_at > current_timestamp - interval '33' day) a
  group by organization_id, outcome, attempted;

-- Which devices' own certificates expire soon.
create index credential_certificate_by_end on credential_certificate (not_after);
