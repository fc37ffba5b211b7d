-- The index with the time serves what this one served. H2 may have given it to the foreign key, and keeps it.
drop index device_of_certificate;
