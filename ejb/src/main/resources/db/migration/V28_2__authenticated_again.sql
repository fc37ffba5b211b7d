-- When the user of a session has last proved who it is. Sessions that exist have to prove it once more.
alter table user_session add column authenticated_at timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00' not null;
