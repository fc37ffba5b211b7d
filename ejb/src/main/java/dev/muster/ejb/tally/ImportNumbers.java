package dev.muster.ejb.tally;

/**
 * The numbers of an import.
 *
 * @param enrolled identifiers that it has enrolled and that are still enrolled
 * @param joined those with a device
 */
public record ImportNumbers(long enrolled, long joined) {

    public static final ImportNumbers NONE = new ImportNumbers(0, 0);

    /** How many per cent of the enrolled identifiers have a device, rounded down; 100 only if all have. */
    public int percent() {
        return enrolled <= 0 ? 0 : Math.clamp(joined * 100 / enrolled, 0, 100);
    }

    ImportNumbers and(ImportNumbers other) {
        return new ImportNumbers(enrolled + other.enrolled, joined + other.joined);
    }
}
