-- Organizations that may enroll the identifiers of a manufacturer whose policy is ALLOWED_ORGANIZATIONS.
create table allowed_organization (
  manufacturer_id uuid not null references manufacturer,
  organization_id uuid not null references organization,
  allowed_at      timestamp(6) with time zone not null,
  primary key (manufacturer_id, organization_id)
);

-- What an organization is told when one of its identifiers was released, and the record of who did it and why.
create table release_notice (
  id                uuid primary key,
  organization_id   uuid not null references organization,
  manufacturer_id   uuid not null references manufacturer,
  unique_identifier varchar(128) not null,
  device_name       varchar(255) not null,
  reason            varchar(500) not null,
  device_deleted    boolean not null,
  by_administrator  boolean not null,
  released_by       uuid not null references portal_user,
  released_at       timestamp(6) with time zone not null,
  read_at           timestamp(6) with time zone
);
create index notice_of_organization on release_notice (organization_id, released_at);
