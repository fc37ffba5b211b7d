-- What is wrong with a request that cannot be read is kept with the attempt, as a sentence.
alter table provisioning_attempt alter column reason set data type varchar(400);
