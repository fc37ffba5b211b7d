package dev.muster.ejb.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * An organization that is being deleted.
 *
 * @param left how many of its devices and enrollments are left
 */
public record DeletedOrganization(UUID id, String name, Instant deletedAt, long left) {}
