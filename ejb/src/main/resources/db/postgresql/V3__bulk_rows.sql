-- Rows come by COPY and become enrollments by INSERT ... SELECT, a million in seconds. Checking the parents of each of
-- them, which are the same for all, takes three times as long as storing them (measured: 81 s instead of 24 s). What is
-- held is held by the import, of which these rows are: its own references stay, it is removed by one service, and that
-- removes its rows first.
alter table enrollment_row drop constraint enrollment_row_batch_id_fkey;
alter table enrollment drop constraint enrollment_batch_id_fkey;
alter table enrollment drop constraint enrollment_organization_id_fkey;
alter table enrollment drop constraint enrollment_manufacturer_id_fkey;

-- Few rows have a parent.
create index row_by_parent on enrollment_row (batch_id, normalized_parent) where normalized_parent is not null;
