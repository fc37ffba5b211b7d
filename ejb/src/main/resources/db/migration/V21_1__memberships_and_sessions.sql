-- A user works for one tenant or for several, in a role for each.
create table membership (
  id              uuid primary key,
  user_id         uuid not null references portal_user,
  role            varchar(32) not null,
  organization_id uuid references organization,
  manufacturer_id uuid references manufacturer,
  tenant_key      varchar(36) not null,
  created_at      timestamp(6) with time zone not null,
  constraint one_tenant_for_the_role_of_a_membership check (
       (role in ('ADMINISTRATOR', 'OPERATOR') and organization_id is null and manufacturer_id is null and tenant_key = 'platform')
    or (role in ('ORGANIZATION_MANAGER', 'ORGANIZATION_VIEWER') and organization_id is not null and manufacturer_id is null)
    or (role in ('MANUFACTURER_MANAGER', 'MANUFACTURER_VIEWER') and organization_id is null and manufacturer_id is not null)),
  constraint one_membership_in_a_tenant unique (user_id, tenant_key)
);
create index membership_by_role on membership (role);

-- Until now each user had one role. Its membership has the id of the user.
insert into membership (id, user_id, role, organization_id, manufacturer_id, tenant_key, created_at)
select id, id, role, organization_id, manufacturer_id,
       coalesce(cast(organization_id as varchar(36)), cast(manufacturer_id as varchar(36)), 'platform'), created_at
from portal_user;

alter table portal_user drop constraint one_tenant_for_the_role;
alter table portal_user drop column role;
alter table portal_user drop column organization_id;
alter table portal_user drop column manufacturer_id;

-- The life of a user: invited (no password yet), disabled, deleted. A deleted user's row stays, without a name, because
-- imports and decisions refer to it.
alter table portal_user add column display_name varchar(64);
alter table portal_user add column password_given boolean default false not null;
alter table portal_user add column disabled_at timestamp(6) with time zone;
alter table portal_user add column deleted_at timestamp(6) with time zone;
alter table portal_user alter column password_hash drop not null;

-- A link with which a user chooses a password, once.
create table password_link (
  user_id     uuid primary key references portal_user,
  secret_hash varchar(43) not null unique,
  created_at  timestamp(6) with time zone not null,
  expires_at  timestamp(6) with time zone not null
);

-- Sessions of the portal. Every server asks this table on every request: the end of a session is the end of its row.
create table user_session (
  id            uuid primary key,
  user_id       uuid not null references portal_user,
  membership_id uuid not null references membership on delete cascade,
  secret_hash   varchar(43) not null unique,
  source        varchar(64) not null,
  browser       varchar(200) not null,
  created_at    timestamp(6) with time zone not null,
  last_used_at  timestamp(6) with time zone not null,
  ends_at       timestamp(6) with time zone not null
);
create index session_of_user on user_session (user_id, created_at);
create index session_by_end on user_session (ends_at);

-- A token belongs to one membership, and may have less rights than that.
alter table api_token add column membership_id uuid references membership on delete set null;
update api_token set membership_id = user_id;
alter table api_token add column access varchar(8) default 'WRITE' not null;
alter table api_token add column kinds varchar(200) default '' not null;
alter table api_token add column provisional boolean default false not null;
alter table api_token add column last_used_at timestamp(6) with time zone;
