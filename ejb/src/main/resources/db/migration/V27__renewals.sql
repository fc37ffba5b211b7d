-- A device has at most two certificates that are valid, and renews its certificate ten times a day at most.
alter table credential_certificate add column renewal boolean default false not null;

-- Renewals whose answer was lost may have left further certificates, which nobody has used: only the newest stays.
update credential_certificate c set revoked_at = current_timestamp, revocation_reason = 'SUPERSEDED'
where c.revoked_at is null and c.first_used_at is null and exists (
  select 1 from credential_certificate n
  where n.device_id = c.device_id and n.revoked_at is null
    and (n.issued_at > c.issued_at or (n.issued_at = c.issued_at and n.id > c.id)));
