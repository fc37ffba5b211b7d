-- The e-mail address of a user. address is confirmed and used; pending waits for the click on the link in its mail, of which only
-- the hash is stored.
create table user_email (
  user_id       uuid primary key references portal_user,
  address       varchar(254),
  pending       varchar(254),
  secret_hash   varchar(64) unique,
  pending_until timestamp(6) with time zone,
  wants_notices boolean not null
);

-- Mails that wait to be sent, or could not be sent. A mail has no text: it is written when it is sent, so the table has neither
-- secrets nor addresses. A request for a new password has no user if there is nobody to write to.
create table mail (
  id              uuid primary key,
  kind            varchar(32) not null,
  user_id         uuid references portal_user,
  organization_id uuid references organization,
  created_at      timestamp(6) with time zone not null,
  due_at          timestamp(6) with time zone not null,
  tries           integer not null,
  failed_at       timestamp(6) with time zone,
  fault           varchar(200)
);
create index mail_by_time on mail (due_at);
create index mail_of_user on mail (user_id);

-- Whether the managers of the organization have still to be told by mail.
alter table notice add column mail_due boolean default false not null;
alter table notice alter column mail_due drop default;
create index notice_by_mail on notice (mail_due);
insert into housekeeping (task) values ('notice-mail');
