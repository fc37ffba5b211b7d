package dev.muster.domain.shared;

/** One cell of a file that people open in a spreadsheet (RFC 4180). */
public final class CsvCell {

    private CsvCell() {}

    /**
     * Neutral to spreadsheets, and in quotes where it needs them. A NUL becomes the replacement character.
     *
     * @param text of any kind, not {@code null}
     */
    public static String written(String text) {
        String neutral = NeutralCell.written(text.replace('\0', '\uFFFD'));
        return needsQuotes(neutral) ? "\"" + neutral.replace("\"", "\"\"") + "\"" : neutral;
    }

    /** Besides what RFC 4180 section 2 wants quoted: what some readers would trim or take for a separator. */
    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(c -> "\",;\t\r\n".indexOf(c) >= 0) || !text.equals(text.strip());
    }
}
