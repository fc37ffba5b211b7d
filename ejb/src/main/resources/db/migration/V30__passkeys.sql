-- Passkeys (Web Authentication): the public key of a key pair that a user has in a device or in a password manager.
create table passkey (
  id              uuid primary key,
  user_id         uuid not null references portal_user,
  party_id        varchar(255) not null,
  credential_id   varchar(1364) not null unique,
  credential_data bytea not null,
  name            varchar(64) not null,
  sign_count      bigint not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  created_at      timestamp(6) with time zone not null,
  last_used_at    timestamp(6) with time zone
);
create index passkey_of_user on passkey (user_id, created_at);

-- The random name under which authenticators know a user.
create table passkey_holder (
  user_id uuid primary key references portal_user,
  handle  varchar(86) not null unique
);

-- What an authenticator has to sign: once, within minutes, in the browser that has the secret of the id's hash.
create table passkey_challenge (
  id         varchar(43) primary key,
  challenge  varchar(43) not null,
  purpose    varchar(16) not null,
  user_id    uuid references portal_user,
  requester  varchar(43) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null
);
create index passkey_challenge_by_requester on passkey_challenge (requester, created_at);
create index passkey_challenge_by_end on passkey_challenge (expires_at);
insert into housekeeping (task) values ('passkey-challenge');
