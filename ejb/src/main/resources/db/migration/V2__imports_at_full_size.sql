-- Work on an import that outlives a request: where it is, who asked it to stop, why it ended.
alter table enrollment_batch add column progress_done bigint default 0 not null;
alter table enrollment_batch add column progress_total bigint default 0 not null;
alter table enrollment_batch add column cancel_requested boolean default false not null;
alter table enrollment_batch add column valid_rows_only boolean default false not null;
alter table enrollment_batch add column failure varchar(1000);

-- The committed import whose left-out rows a draft holds.
alter table enrollment_batch add column rest_of uuid references enrollment_batch on delete set null;
create index batch_rest_of on enrollment_batch (rest_of);

alter table enrollment_batch add column imeis_full integer default 0 not null;
alter table enrollment_batch add column imeis_short integer default 0 not null;
alter table enrollment_row add column imei_digits smallint default 0 not null;

-- The change that can be taken back.
alter table enrollment_batch add column last_change varchar(255);
alter table enrollment_batch add column change_no integer default 0 not null;

-- Rows as they were before the last change.
create table enrollment_row_before (
  batch_id              uuid not null,
  row_no                integer not null,
  line                  bigint not null,
  version               integer not null,
  unique_identifier     varchar(4096) not null,
  device_name           varchar(4096) not null,
  device_type           varchar(4096) not null,
  parent_gateway        varchar(4096) not null,
  normalized_identifier varchar(128),
  normalized_name       varchar(768),
  normalized_parent     varchar(128),
  parsed_type           varchar(16),
  identifier_fault      varchar(32),
  name_fault            varchar(32),
  type_fault            varchar(32),
  parent_fault          varchar(32),
  invalid_cells         integer not null,
  imei_digits           smallint not null,
  primary key (batch_id, row_no)
);

-- Which rows are there and which are invalid, as bitmaps: pages are found in it, not by scanning rows.
create table enrollment_row_map (
  batch_id     uuid primary key references enrollment_batch on delete cascade,
  present_rows bytea not null,
  invalid_rows bytea not null
);
drop index row_by_validity;

-- Whoever works on an import holds its row here locked. A row that nobody holds, of an import that is at work, is the
-- work of a server that died. The claim is there before the import is, so that nobody takes a new one for an orphan.
create table import_claim (
  batch_id uuid primary key
);
create index batch_at_work on enrollment_batch (status);

