-- A server remembers the models that it checks telemetry with, by their version.
alter table device_model add column version bigint default 0 not null;
