-- Whether the users of a tenant must have a second factor.
alter table organization add column second_factor_required boolean default false not null;
alter table manufacturer add column second_factor_required boolean default false not null;
