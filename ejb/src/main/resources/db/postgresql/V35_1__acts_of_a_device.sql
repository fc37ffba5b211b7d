-- The device that an act of the log was about: its page shows them. If the content is deleted, so is this.
alter table log_leaf add column device_id uuid generated always as (
  case when position('"object":"device:' in content) > 0
    then cast(substring(content from position('"object":"device:' in content) + 17 for 36) as uuid) end) stored;
create index log_leaf_of_device on log_leaf (device_id, id) where device_id is not null;
