-- The change of many rows that a server is carrying out on a large draft, for another server to go on with.
alter table enrollment_batch add column pending_change varchar(128);
