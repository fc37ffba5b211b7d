-- The last value of each key out of telemetry that has been removed.
create table telemetry_last (
  device_id  uuid not null references device on delete cascade,
  data_key   varchar(64) not null,
  ts         bigint not null,
  data_value varchar(8192) not null,
  primary key (device_id, data_key)
);
insert into housekeeping (task) values ('telemetry-retention');
