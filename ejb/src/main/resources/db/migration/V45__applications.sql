-- A group of devices of an organization, with a dashboard. device_rule is a saved search as JSON: what matches it now belongs to
-- the application. It names data models, imports and so on without a reference, because a rule of what is gone must match no
-- device, and never more devices than before.
create table application (
  id              uuid primary key,
  organization_id uuid not null references organization,
  name            varchar(64) not null,
  normalized_name varchar(128) not null,
  description     varchar(500) not null,
  device_rule     varchar(4000),
  author_id       uuid not null references portal_user,
  shared          boolean not null,
  created_at      timestamp(6) with time zone not null,
  constraint application_name_held_once unique (organization_id, normalized_name)
);
create index application_of_author on application (author_id);

-- The devices that were added. What belongs to it by the rule is not here.
create table application_device (
  application_id uuid not null references application on delete cascade,
  device_id      uuid not null references device on delete cascade,
  added_at       timestamp(6) with time zone not null,
  primary key (application_id, device_id)
);
create index application_of_device on application_device (device_id);

create table application_widget (
  application_id uuid not null references application on delete cascade,
  place          integer not null,
  id             uuid not null,
  kind           varchar(16) not null,
  title          varchar(64),
  width          varchar(16) not null,
  data_key       varchar(64),
  second_key     varchar(64),
  time_range     varchar(16),
  lines          varchar(16),
  device_state   varchar(16),
  primary key (application_id, place)
);

-- The application that the devices of an import join when they are created.
alter table enrollment_batch add column application_id uuid;
alter table enrollment_batch
  add constraint batch_joins_application foreign key (application_id) references application on delete set null;
create index batch_of_application on enrollment_batch (application_id);
