-- Roles that only read: an operator of the platform, and viewers of one tenant.
alter table portal_user drop constraint one_tenant_for_the_role;
alter table portal_user add constraint one_tenant_for_the_role check (
     (role in ('ADMINISTRATOR', 'OPERATOR') and organization_id is null and manufacturer_id is null)
  or (role in ('ORGANIZATION_MANAGER', 'ORGANIZATION_VIEWER') and organization_id is not null and manufacturer_id is null)
  or (role in ('MANUFACTURER_MANAGER', 'MANUFACTURER_VIEWER') and organization_id is null and manufacturer_id is not null));
