-- The device that an act of the log was about: its page shows them. If the content is deleted, so is this.
alter table log_leaf add column device_id uuid generated always as (
  case when locate('"object":"device:', content) > 0
    then cast(substring(content, locate('"object":"device:', content) + 17, 36) as uuid) end);
create index log_leaf_of_device on log_leaf (device_id, id);
