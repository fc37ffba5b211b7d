package dev.muster.ejb.enrollment.draft;

import java.util.UUID;

/**
 * Where a row is.
 *
 * @param row its number in the file, from 1
 */
public record RowAddress(UUID organizationId, UUID importId, int row) {}
