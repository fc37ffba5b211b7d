-- When a server last took the command to send it over a broker outside. Another server takes it only some time later.
alter table device_command add column tried_at timestamp(6) with time zone;
