-- A table for each month, UTC: what is too old goes with its table, at once and without dead rows. What is there is moved
-- into the months that it is of; the servers make the tables of the months to come (TelemetryMonths).
create table telemetry_by_month (
  device_id   uuid not null,
  ts          bigint not null,
  data_key    varchar(64) not null,
  data_value  varchar(8192) not null,
  received_at timestamp(6) with time zone not null
) partition by range (ts);

do $$
declare
  month timestamp;
begin
  for month in
    select distinct date_trunc('month', to_timestamp(ts / 1000) at time zone 'UTC') from telemetry
  loop
    execute format(
      'create table %I partition of telemetry_by_month for values from (%s) to (%s)',
      'telemetry_' || to_char(month, 'YYYY_MM'),
      (extract(epoch from month) * 1000)::bigint,
      (extract(epoch from month + interval '1 month') * 1000)::bigint);
  end loop;
end $$;

-- References and keys come after the rows: checked once for all of them.
insert into telemetry_by_month (device_id, ts, data_key, data_value, received_at)
  select device_id, ts, data_key, data_value, received_at from telemetry;
drop table telemetry;
alter table telemetry_by_month rename to telemetry;
alter table telemetry add primary key (device_id, ts, data_key);
alter table telemetry add foreign key (device_id) references device on delete cascade;
