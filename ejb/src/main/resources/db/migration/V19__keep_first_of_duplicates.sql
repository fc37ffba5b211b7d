-- Whether a commit of the valid rows takes the first of each group of duplicates, too; for a server that goes on with it.
alter table enrollment_batch add column keep_first boolean default false not null;
