-- When a user has ended or skipped the tour of the portal. Who has it null is offered the tour.
alter table portal_user add column tour_seen_at timestamp(6) with time zone;
