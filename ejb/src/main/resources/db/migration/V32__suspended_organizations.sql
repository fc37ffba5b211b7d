-- Since when an organization is suspended or deleted, and when nothing was left of what a deleted organization owned. The
-- row of a deleted organization stays, because certificates of its authority refer to it.
alter table organization add column suspended_at timestamp(6) with time zone;
alter table organization add column deleted_at timestamp(6) with time zone;
alter table organization add column emptied_at timestamp(6) with time zone;
insert into housekeeping (task) values ('organization-removal');
