-- Rows come by COPY, a million in seconds: a check of the parent for each would be a third of that. They are removed
-- with their import by the one service that removes imports.
alter table enrollment_row drop constraint enrollment_row_batch_id_fkey;

-- Few rows have a parent.
create index row_by_parent on enrollment_row (batch_id, normalized_parent) where normalized_parent is not null;
