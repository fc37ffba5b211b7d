-- A user who logs in at an OpenID provider: issuer and subject identify the user, and there is no password.
alter table portal_user add column provider_issuer varchar(255);
alter table portal_user add column provider_subject varchar(255);
alter table portal_user add constraint one_user_of_a_subject unique (provider_issuer, provider_subject);
alter table portal_user add constraint a_provider_or_a_password check (
     (provider_issuer is null and provider_subject is null)
  or (provider_issuer is not null and provider_subject is not null and password_hash is null));

-- Logins at the provider that are used. A row is deleted when its login could not be used again anyway.
create table spent_sign_on (
  state_hash varchar(43) primary key,
  ends_at    timestamp(6) with time zone not null
);
create index spent_sign_on_by_end on spent_sign_on (ends_at);
