package dev.muster.ejb.enrollment.upload;

import java.util.UUID;
import java.util.function.IntSupplier;

/**
 * The import that gets the rows of a file.
 *
 * @param limit how many rows the organization may have in imports that are not committed, as of now
 */
record RowTarget(UUID organizationId, UUID importId, IntSupplier limit) {}
