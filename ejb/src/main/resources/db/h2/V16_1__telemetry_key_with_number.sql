alter table telemetry drop primary key;
alter table telemetry add primary key (device_id, ts, message_number, data_key);
