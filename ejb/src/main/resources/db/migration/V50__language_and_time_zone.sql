-- How a user wants to see the portal: a language (RFC 5646) and a time zone (IANA). Null is what the browser has.
alter table portal_user add column language varchar(8);
alter table portal_user add column time_zone varchar(64);
