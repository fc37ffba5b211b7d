-- Wrong logins, counted for a name and its source, for a source, for a name, or for a browser: the id is a hash of these.
-- All servers share the counts. A row is deleted when its count has faded.
create table login_delay (
  id         varchar(43) primary key,
  failures   integer not null,
  counted_at timestamp(6) with time zone not null,
  not_before timestamp(6) with time zone not null,
  forget_at  timestamp(6) with time zone not null
);
create index login_delay_by_end on login_delay (forget_at);
insert into housekeeping (task) values ('login-delay');
