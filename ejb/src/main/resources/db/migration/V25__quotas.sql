-- The limits that an administrator has set for a tenant. Without a row a tenant has the limit of the setting.
create table quota_limit (
  tenant_id  uuid not null,
  quota      varchar(32) not null,
  amount     integer not null,
  changed_at timestamp(6) with time zone not null,
  primary key (tenant_id, quota)
);

-- What a tenant has used. For a quota of a period: the uses that servers have taken out of it since the period began.
-- For an amount: a bound that is never less than the amount; period_start is the epoch. Whoever adds to an amount holds
-- the row, so that two servers do not add at the same time.
create table quota_use (
  tenant_id    uuid not null,
  quota        varchar(32) not null,
  period_start timestamp(6) with time zone not null,
  amount       bigint not null,
  primary key (tenant_id, quota, period_start)
);
