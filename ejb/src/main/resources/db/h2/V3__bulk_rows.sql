create index row_by_parent on enrollment_row (batch_id, normalized_parent);
