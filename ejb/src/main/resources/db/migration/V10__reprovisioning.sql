-- What a second valid proof does: an organization's policy, and an import's own where it has one.
alter table organization add column reprovisioning_policy varchar(32) default 'ROTATE_UNTIL_FIRST_USE' not null;
alter table organization alter column reprovisioning_policy drop default;
alter table enrollment_batch add column reprovisioning_policy varchar(32);

-- heard_before_at: when a device first authenticated since its last proof, where its organization has replaced the
-- credentials since; first_used_at is of the present ones.
alter table device add column heard_before_at timestamp(6) with time zone;
alter table device add column suspended_at timestamp(6) with time zone;
alter table device add column reprovisioning_allowed_at timestamp(6) with time zone;

-- Devices that have proved themselves again and wait for a manager's decision: one request for a device at most. The log
-- of attempts is tidied, so that attempt_id may name one that is gone.
create table approval_request (
  id              uuid primary key,
  device_id       uuid not null unique references device on delete cascade,
  organization_id uuid not null references organization,
  certificate_id  uuid not null references manufacturer_certificate,
  attempt_id      uuid not null,
  state           varchar(16) not null,
  proofs          integer not null,
  asked_at        timestamp(6) with time zone not null,
  last_asked_at   timestamp(6) with time zone not null,
  decided_at      timestamp(6) with time zone,
  decided_by      uuid references portal_user
);
create index approval_of_organization on approval_request (organization_id, state, asked_at);
