-- The last MQTT session of each device. It is open if ended_at is null. It counts as connected only while its server is alive.
-- since is by the database's clock: of two connections of a device, the later one counts.
create table device_session (
  device_id       uuid primary key references device on delete cascade,
  organization_id uuid not null,
  connection_id   uuid not null,
  server_id       uuid not null,
  source          varchar(64) not null,
  protocol        varchar(16) not null,
  transport       varchar(8) not null,
  since           timestamp(6) with time zone not null,
  ended_at        timestamp(6) with time zone,
  end_reason      varchar(24)
);
create index device_session_of_server on device_session (server_id);

-- The servers that devices connect to. Each has a new id at each start, and says every few seconds that it is alive.
create table server_instance (
  id      uuid primary key,
  seen_at timestamp(6) with time zone not null
);
