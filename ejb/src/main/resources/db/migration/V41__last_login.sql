-- When a user last logged in to the portal; null if never since this column exists.
alter table portal_user add column last_login_at timestamp(6) with time zone;
