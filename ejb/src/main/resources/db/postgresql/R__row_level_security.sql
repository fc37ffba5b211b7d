-- Whose rows the application sees. It sets, for each transaction, muster.scope (platform, device or tenant) and the ids of the
-- organization, the manufacturer and the user (dev.muster.ejb.shared.TransactionScope). Nothing set: no rows.
--
-- For each table: its name, the scopes that see all of it, the condition of the rows that a tenant sees and changes, and the
-- condition of the rows that a tenant only sees. A table that belongs to no tenant is not here; RowLevelSecurityIT lists it.
-- What is dropped below is missing at the first run.
--
-- A condition must not need a table that grows with the fleet, in any scope. "exists" would: PostgreSQL may read the whole
-- table once to answer it for all rows. A subquery with "limit 1" is answered row by row. It stands behind a "case" if it
-- can only find something for some callers: PostgreSQL tries both conditions in any order, and would look through a whole fleet.
set local client_min_messages = warning;

do $$
declare
  t record;
  organization text := '(select nullif(current_setting(''muster.organization'', true), '''')::uuid)';
  manufacturer text := '(select nullif(current_setting(''muster.manufacturer'', true), '''')::uuid)';
  person text := '(select nullif(current_setting(''muster.user'', true), '''')::uuid)';
  scope text := '(select current_setting(''muster.scope'', true))';
  own text;
  seen text;
begin
  for t in select * from (values
    ('organization', 'platform device', 'id = ORGANIZATION',
      'id in (select a.organization_id from allowed_organization a where a.manufacturer_id = MANUFACTURER)
       or case when MANUFACTURER is null then false else (select true from enrollment e
           where e.organization_id = organization.id and e.manufacturer_id = MANUFACTURER limit 1) end
       or id in (select m.organization_id from membership m where m.user_id = PERSON)'),
    ('manufacturer', 'platform device', 'id = MANUFACTURER',
      'ORGANIZATION is not null or id in (select m.manufacturer_id from membership m where m.user_id = PERSON)'),
    ('portal_user', 'platform', 'id = PERSON', 'false'),
    ('api_token', 'platform', 'user_id = PERSON', 'false'),
    ('membership', 'platform', 'user_id = PERSON', 'false'),
    ('password_link', 'platform', 'user_id = PERSON', 'false'),
    ('user_session', 'platform', 'user_id = PERSON', 'false'),
    ('user_email', 'platform', 'user_id = PERSON', 'false'),
    ('mail', 'platform', 'user_id = PERSON or organization_id = ORGANIZATION', 'false'),
    ('totp_factor', 'platform', 'user_id = PERSON', 'false'),
    ('recovery_code', 'platform', 'user_id = PERSON', 'false'),
    ('pending_login', 'platform', 'user_id = PERSON', 'false'),
    ('passkey', 'platform', 'user_id = PERSON', 'false'),
    ('passkey_holder', 'platform', 'user_id = PERSON', 'false'),
    ('passkey_challenge', 'platform', 'user_id = PERSON', 'false'),
    ('issuer', 'platform device', 'organization_id = ORGANIZATION', 'organization_id is null and MANUFACTURER is not null'),
    ('revocation_list', 'platform', 'false', 'false'),
    ('manufacturer_certificate', 'platform device', 'manufacturer_id = MANUFACTURER', 'false'),
    ('credential_certificate', 'platform device',
      'issuer_id in (select i.id from issuer i where i.organization_id = ORGANIZATION)', 'false'),
    ('allowed_organization', 'platform', 'manufacturer_id = MANUFACTURER', 'organization_id = ORGANIZATION'),
    ('quota_limit', 'platform device', 'false', 'tenant_id = ORGANIZATION or tenant_id = MANUFACTURER'),
    ('quota_use', 'platform device', 'tenant_id = ORGANIZATION or tenant_id = MANUFACTURER', 'false'),
    ('notice', 'platform', 'organization_id = ORGANIZATION or manufacturer_id = MANUFACTURER', 'false'),
    ('enrollment_batch', 'platform device', 'organization_id = ORGANIZATION', 'false'),
    ('enrollment_row', 'platform',
      'batch_id in (select b.id from enrollment_batch b where b.organization_id = ORGANIZATION)', 'false'),
    ('enrollment_row_before', 'platform',
      'batch_id in (select b.id from enrollment_batch b where b.organization_id = ORGANIZATION)', 'false'),
    ('draft_step', 'platform',
      'batch_id in (select b.id from enrollment_batch b where b.organization_id = ORGANIZATION)', 'false'),
    ('enrollment_row_map', 'platform',
      'batch_id in (select b.id from enrollment_batch b where b.organization_id = ORGANIZATION)', 'false'),
    ('enrollment', 'platform device', 'organization_id = ORGANIZATION or manufacturer_id = MANUFACTURER', 'false'),
    ('device', 'platform device',
      'organization_id = ORGANIZATION or certificate_id in (
         select c.id from manufacturer_certificate c where c.manufacturer_id = MANUFACTURER)', 'false'),
    ('device_session', 'platform device', 'organization_id = ORGANIZATION', 'false'),
    ('device_model', 'platform device', 'organization_id = ORGANIZATION', 'false'),
    ('device_model_default', 'platform device', 'organization_id = ORGANIZATION', 'false'),
    ('device_model_key', 'platform device', 'model_id in (select m.id from device_model m)', 'false'),
    ('application', 'platform device', 'organization_id = ORGANIZATION', 'false'),
    ('application_device', 'platform device',
      'application_id in (select a.id from application a where a.organization_id = ORGANIZATION)', 'false'),
    ('application_widget', 'platform device',
      'application_id in (select a.id from application a where a.organization_id = ORGANIZATION)', 'false'),
    ('device_command', 'platform', 'organization_id = ORGANIZATION', 'false'),
    ('spent_proof', 'platform device',
      'certificate_id in (select c.id from manufacturer_certificate c where c.manufacturer_id = MANUFACTURER)', 'false'),
    ('proven_identifier', 'platform device',
      'certificate_id in (select c.id from manufacturer_certificate c where c.manufacturer_id = MANUFACTURER)', 'false'),
    ('literal_use', 'platform device',
      'certificate_id in (select c.id from manufacturer_certificate c where c.manufacturer_id = MANUFACTURER)', 'false'),
    ('provisioning_attempt', 'platform device',
      'organization_id = ORGANIZATION or manufacturer_id = MANUFACTURER', 'false'),
    ('tally', 'platform device', 'organization_id = ORGANIZATION or manufacturer_id = MANUFACTURER', 'false'),
    ('tally_change', 'platform device', 'organization_id = ORGANIZATION or manufacturer_id = MANUFACTURER', 'false'),
    ('approval_request', 'platform device', 'organization_id = ORGANIZATION', 'false'),
    ('telemetry', 'platform device',
      'exists (select 1 from device d where d.id = device_id and d.organization_id = ORGANIZATION)', 'false'),
    ('telemetry_last', 'platform device',
      'exists (select 1 from device d where d.id = device_id and d.organization_id = ORGANIZATION)', 'false'),
    ('log_leaf', 'platform device', 'tenant_id = ORGANIZATION or tenant_id = MANUFACTURER', 'false')
  ) as rules (name, whole, own, seen)
  loop
    own := replace(replace(replace(t.own, 'ORGANIZATION', organization), 'MANUFACTURER', manufacturer), 'PERSON', person);
    seen := replace(replace(replace(t.seen, 'ORGANIZATION', organization), 'MANUFACTURER', manufacturer), 'PERSON', person);
    execute format('alter table %I enable row level security', t.name);
    -- Also for the role that owns the tables, if it runs the application.
    execute format('alter table %I force row level security', t.name);
    execute format('drop policy if exists own_rows on %I', t.name);
    execute format('drop policy if exists seen_rows on %I', t.name);
    execute format(
      'create policy own_rows on %I using (%s = any (%L) or %s)',
      t.name, scope, string_to_array(t.whole, ' '), own);
    -- An act of a user in a tenant may belong to the platform, such as a new password: everybody may add to the log.
    if t.name = 'log_leaf' then
      execute 'drop policy if exists added_rows on log_leaf';
      execute 'create policy added_rows on log_leaf for insert with check (leaf_index is null)';
    end if;
    if seen <> 'false' then
      -- Whoever sees the whole table does not pay for this condition: PostgreSQL evaluates it first.
      execute format(
        'create policy seen_rows on %I for select using ((%s = any (%L)) is not true and (%s))',
        t.name, scope, string_to_array(t.whole, ' '), seen);
    end if;
  end loop;
end $$;
