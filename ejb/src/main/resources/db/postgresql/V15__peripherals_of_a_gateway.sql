-- Few enrollments have a gateway; a commit of others does not pay for this index.
create index enrollment_behind_gateway on enrollment (manufacturer_id, parent_identifier)
  where parent_identifier is not null;
