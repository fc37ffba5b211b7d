-- The leaves that wait for their places, in the order in which they get them.
create index log_leaf_pending on log_leaf (id) where leaf_index is null;

-- Only the sequencer gives places, also if one role owns the schema and runs the application.
create trigger leaf_begins_without_place before insert on log_leaf for each row
  when (new.leaf_index is not null) execute function refuse_change_of_log();
