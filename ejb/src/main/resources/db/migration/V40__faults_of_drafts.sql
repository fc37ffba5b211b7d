-- How many cells of a draft have each kind of fault, for the panel beside its rows. Null until the first change of a draft that an
-- earlier version counted.
alter table enrollment_batch add column fault_counts varchar(2048);
-- A change of many rows can name a search and a text.
alter table enrollment_batch alter column pending_change set data type varchar(32768);
