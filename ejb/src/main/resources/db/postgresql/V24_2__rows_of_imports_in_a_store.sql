-- PostgreSQL copies into no table with row-level security (COPY, "Notes"), and imports are copied. So the rows lie in a table of
-- their own, which the application's role may only add to. It reads and changes them through enrollment_row, whose policy shows
-- an organization only its own rows.
alter table enrollment_row rename to enrollment_row_store;
create table enrollment_row (like enrollment_row_store including defaults) partition by list (batch_id);
alter table enrollment_row attach partition enrollment_row_store default;
alter table enrollment_row add primary key (batch_id, row_no);
