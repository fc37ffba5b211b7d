-- The day (UTC) on which there was the last sign of a device. The time itself has no index, so that PostgreSQL notes a use in
-- place; this changes once a day.
alter table device add column seen_on date default current_date not null;
update device set seen_on = cast(coalesce(last_used_at, created_at) at time zone 'UTC' as date);

-- The orders in which lists have devices. The name's is the enrollment's.
create index device_by_joining on device (organization_id, created_at desc, id);
create index device_by_identifier on device (organization_id, unique_identifier, id);
create index device_by_last_sign on device (organization_id, seen_on);
