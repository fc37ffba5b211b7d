package dev.muster.domain.overview;

/**
 * The devices of an organization. Each enrolled identifier is expected, joined or invalidated.
 *
 * @param enrolled identifiers on its lists
 * @param joined devices that have proved themselves and are valid
 * @param silent those of the joined devices that have not been heard for the configured time
 * @param invalidated devices whose certificate is revoked
 */
public record FleetTotals(long enrolled, long joined, long silent, long invalidated) {

    /** Identifiers whose device has not joined. */
    public long expected() {
        return enrolled - joined - invalidated;
    }

    /** How many per cent of the enrolled identifiers have joined, 0 to 100; 100 only if all have. */
    public int joinedPercent() {
        return percent(joined, enrolled);
    }

    /** A part in per cent, rounded down. */
    public static int percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp(part * 100 / whole, 0, 100);
    }
}
