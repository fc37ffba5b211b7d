-- The application's role has no rights on the schema. Where its work needs more than rows, it calls a function of the
-- owner, which checks its argument. The launcher grants the functions to that role, and nobody else may call them.

create function telemetry_month_name(month date) returns text language plpgsql immutable as $$
begin
  if month is null or month <> date_trunc('month', month) or month not between date '1900-01-01' and date '9999-12-01' then
    raise exception '% is not the first day of a month', month using errcode = 'invalid_parameter_value';
  end if;
  return 'telemetry_' || to_char(month, 'YYYY_MM');
end $$;

create function make_telemetry_month(month date) returns void language plpgsql security definer as $$
declare
  name text := telemetry_month_name(month);
begin
  -- Made first and attached then: made as a partition, it would block all messages until the commit.
  execute format('create table %I (like telemetry including all)', name);
  execute format(
    'alter table telemetry attach partition %I for values from (%s) to (%s)', name,
    (extract(epoch from month::timestamp) * 1000)::bigint,
    (extract(epoch from month::timestamp + interval '1 month') * 1000)::bigint);
end $$;

-- Whether the table is one of telemetry's months; a table of that name that somebody else has made stays as it is.
create function is_telemetry_month(name text) returns boolean language sql stable as $$
  select exists (
    select 1 from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = cast('telemetry' as regclass) and c.relname = name)
$$;

create function lock_telemetry_month(month date) returns void language plpgsql security definer as $$
declare
  name text := telemetry_month_name(month);
begin
  if is_telemetry_month(name) then
    execute format('lock table %I', name);
  end if;
end $$;

create function drop_telemetry_month(month date) returns void language plpgsql security definer as $$
declare
  name text := telemetry_month_name(month);
begin
  if is_telemetry_month(name) then
    execute format('drop table %I', name);
  end if;
end $$;

create function analyze_after_import(name text) returns void language plpgsql security definer as $$
begin
  if name is null or name not in ('enrollment', 'enrollment_row') then
    raise exception '% is no table that an import fills', name using errcode = 'invalid_parameter_value';
  end if;
  execute format('analyze %I', name);
end $$;

-- A function that runs as its owner must find the owner's tables only, and never a caller's temporary ones.
do $$
declare
  f regprocedure;
begin
  for f in
    select oid from pg_proc where pronamespace = current_schema()::regnamespace and proname in (
      'telemetry_month_name', 'make_telemetry_month', 'is_telemetry_month', 'lock_telemetry_month',
      'drop_telemetry_month', 'analyze_after_import')
  loop
    execute format('alter function %s set search_path = %I, pg_temp', f, current_schema());
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
