-- What is too old is looked for by its time alone, and deleted in portions.
create index telemetry_by_time on telemetry (ts);
