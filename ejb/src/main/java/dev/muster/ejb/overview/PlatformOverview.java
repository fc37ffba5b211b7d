package dev.muster.ejb.overview;

/**
 * The numbers of the platform.
 *
 * @param organizations without deleted ones
 * @param suspendedOrganizations those of them that are suspended
 * @param manufacturers all manufacturers
 * @param suspendedManufacturers those of them that are suspended
 * @param users without deleted ones
 * @param disabledUsers those of them that are disabled
 * @param enrolled identifiers that all organizations have enrolled
 * @param devices devices of all organizations
 */
public record PlatformOverview(
        long organizations,
        long suspendedOrganizations,
        long manufacturers,
        long suspendedManufacturers,
        long users,
        long disabledUsers,
        long enrolled,
        long devices) {}
