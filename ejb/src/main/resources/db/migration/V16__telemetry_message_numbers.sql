-- A message without a time of its own gets the time of its receipt, which many messages may share, and a number that no
-- other message has. The number is 0 for a message with the device's own time, and for all that was kept before.
create sequence telemetry_number;
alter table telemetry add column message_number bigint default 0 not null;
alter table telemetry_last add column message_number bigint default 0 not null;
