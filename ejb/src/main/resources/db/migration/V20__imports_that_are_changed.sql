-- A draft whose rows a server changes has a status of its own. It was VALIDATING, and only the pending change told that
-- it was no new file.
update enrollment_batch set status = 'CHANGING' where status = 'VALIDATING' and pending_change is not null;
