-- Of all months, and of those to come.
alter table telemetry drop constraint telemetry_pkey;
alter table telemetry add primary key (device_id, ts, message_number, data_key);
