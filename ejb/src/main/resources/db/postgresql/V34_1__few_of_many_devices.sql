-- States that few of an organization's devices are in. No condition names last_used_at: then a note of a use would have to
-- change the index.
create index device_that_ends on device (organization_id, invalidated_at) where invalidated_at is not null;
create index device_suspended on device (organization_id, created_at desc, id) where suspended_at is not null;
create index device_unheard on device (organization_id, created_at desc, id)
  where first_used_at is null and heard_before_at is null;

-- device_by_joining serves what this one served. H2 may have given it to the foreign key, and keeps it.
drop index device_of_organization;
