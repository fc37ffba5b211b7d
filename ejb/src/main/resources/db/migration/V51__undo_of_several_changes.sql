-- The last changes of a draft, the newest undone first. A step has the number of the change before it.
create table draft_step (
  batch_id    uuid not null references enrollment_batch on delete cascade,
  step_no     integer not null,
  kept_rows   integer not null,
  description varchar(255) not null,
  primary key (batch_id, step_no)
);

-- Rows as they were before each of these changes.
create table rows_before (
  step_no               integer not null,
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
  fits_with_zero        boolean default false not null,
  odd_cells             varchar(1024),
  primary key (batch_id, step_no, row_no)
);
insert into rows_before (step_no, batch_id, row_no, line, version, unique_identifier, device_name, device_type, parent_gateway, normalized_identifier,
  normalized_name, normalized_parent, parsed_type, identifier_fault, name_fault, type_fault, parent_fault, invalid_cells, imei_digits, fits_with_zero, odd_cells)
select b.change_no - 1, r.batch_id, r.row_no, r.line, r.version, r.unique_identifier, r.device_name, r.device_type, r.parent_gateway, r.normalized_identifier,
  r.normalized_name, r.normalized_parent, r.parsed_type, r.identifier_fault, r.name_fault, r.type_fault, r.parent_fault, r.invalid_cells, r.imei_digits, r.fits_with_zero, r.odd_cells
from enrollment_row_before r join enrollment_batch b on b.id = r.batch_id where b.last_change is not null;
drop table enrollment_row_before;
alter table rows_before rename to enrollment_row_before;

insert into draft_step (batch_id, step_no, kept_rows, description)
select b.id, b.change_no - 1, (select count(*) from enrollment_row_before r where r.batch_id = b.id), b.last_change
from enrollment_batch b where b.last_change is not null;
