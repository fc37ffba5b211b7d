-- What devices of one kind report. Its keys have an order, in which they are shown.
create table device_model (
  id              uuid primary key,
  organization_id uuid not null references organization,
  name            varchar(64) not null,
  normalized_name varchar(128) not null,
  unknown_keys    varchar(8) not null,
  created_at      timestamp(6) with time zone not null,
  constraint model_name_held_once unique (organization_id, normalized_name)
);

create table device_model_key (
  model_id   uuid not null references device_model on delete cascade,
  place      integer not null,
  name       varchar(64) not null,
  value_type varchar(8) not null,
  unit       varchar(32),
  minimum    double precision,
  maximum    double precision,
  primary key (model_id, place)
);

-- A device type has one default at most.
create table device_model_default (
  organization_id uuid not null references organization,
  device_type     varchar(16) not null,
  model_id        uuid not null references device_model on delete cascade,
  primary key (organization_id, device_type)
);
create index default_of_model on device_model_default (model_id);

alter table device add column model_id uuid;
alter table device add constraint device_has_model foreign key (model_id) references device_model on delete set null;
create index device_of_model on device (model_id);

alter table enrollment_batch add column model_id uuid;
alter table enrollment_batch
  add constraint batch_gives_model foreign key (model_id) references device_model on delete set null;
create index batch_of_model on enrollment_batch (model_id);
