-- The authenticator app of a user. Its seed is encrypted under the master key. It counts when it is confirmed. last_step is the
-- time step of the last code that was accepted: each step counts once.
create table totp_factor (
  id           uuid primary key,
  user_id      uuid not null references portal_user,
  sealed_seed  bytea not null,
  last_step    bigint not null,
  created_at   timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone,
  constraint one_app_of_a_user unique (user_id)
);

-- Codes that stand in once for a lost second factor. A row is deleted when its code is used.
create table recovery_code (
  id        uuid primary key,
  user_id   uuid not null references portal_user,
  code_hash varchar(43) not null
);
create index recovery_code_of_user on recovery_code (user_id, code_hash);

-- Logins whose password was right and whose second factor is missing, for five minutes and five tries.
create table pending_login (
  secret_hash varchar(43) primary key,
  user_id     uuid not null references portal_user,
  tries       integer not null,
  ends_at     timestamp(6) with time zone not null
);
create index pending_login_of_user on pending_login (user_id);
create index pending_login_by_end on pending_login (ends_at);
