-- The log only grows, whoever asks. The application's role may set the place of a leaf once (launcher, TableRights); these
-- triggers also refuse the owner, who could drop them: then verify-log finds what was changed.
create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'the transparency log is append-only' using errcode = 'insufficient_privilege';
end $$;

-- A place is given once. Content and salt can be deleted together, which the owner does on request (operations.md).
create trigger leaf_keeps_its_place before update on log_leaf for each row
  when (old.leaf_index is not null and new.leaf_index is distinct from old.leaf_index)
  execute function refuse_change_of_log();
create trigger leaf_stays before update on log_leaf for each row
  when (new.id <> old.id or new.entry <> old.entry or new.happened_at <> old.happened_at or new.act <> old.act
    or new.tenant_id is distinct from old.tenant_id
    or (new.content is distinct from old.content or new.salt is distinct from old.salt)
      and not (new.content is null and new.salt is null))
  execute function refuse_change_of_log();
create trigger leaf_is_kept before delete on log_leaf for each row execute function refuse_change_of_log();
create trigger leaves_are_kept before truncate on log_leaf execute function refuse_change_of_log();

create trigger node_is_kept before update or delete on log_node for each row execute function refuse_change_of_log();
create trigger nodes_are_kept before truncate on log_node execute function refuse_change_of_log();

create trigger log_only_grows before update on log_head for each row
  when (new.tree_size < old.tree_size or new.origin <> old.origin) execute function refuse_change_of_log();
create trigger head_is_kept before delete on log_head for each row execute function refuse_change_of_log();
create trigger heads_are_kept before truncate on log_head execute function refuse_change_of_log();

do $$
begin
  execute format('alter function refuse_change_of_log() set search_path = %I, pg_temp', current_schema());
end $$;
