-- An organization is told not only of released identifiers. A notice has a kind; the columns of the other kinds are null.
alter table release_notice rename to notice;
alter table notice rename column released_at to written_at;
alter table notice alter column unique_identifier drop not null;
alter table notice alter column device_name drop not null;
alter table notice alter column reason drop not null;
alter table notice alter column released_by drop not null;
alter table notice add column kind varchar(32) default 'IDENTIFIER_RELEASED' not null;
alter table notice alter column kind drop default;

-- A certificate that is deleted or going to be, and a manufacturer that is suspended. devices is how many of the organization's
-- devices this concerned when the notice was written or last changed. effective_at may be in the future. withdrawn_at is when the
-- plan was cancelled, or the suspension ended.
alter table notice add column certificate_id uuid references manufacturer_certificate;
alter table notice add column certificate_name varchar(64);
alter table notice add column revocation_reason varchar(32);
alter table notice add column devices bigint default 0 not null;
alter table notice alter column devices drop default;
alter table notice add column effective_at timestamp(6) with time zone;
update notice set effective_at = written_at;
alter table notice alter column effective_at set not null;
alter table notice add column withdrawn_at timestamp(6) with time zone;

-- A certificate has one notice for each organization, whose content follows the plan.
alter table notice add constraint notice_of_certificate unique (certificate_id, organization_id);
create index notice_of_manufacturer on notice (manufacturer_id);
