package dev.muster.domain.shared;

/** One cell of a file that people open in a spreadsheet (RFC 4180). */
public final class CsvCell {

    private CsvCell() {}

    /**
     * The cell for a text: no formula to a spreadsheet, and in quotes if it needs them. A NUL becomes the replacement
     * character.
     *
     * @param text any text
     */
    public static String written(String text) {
        String neutral = NeutralCell.written(text.replace('\0', '\uFFFD'));
        return needsQuotes(neutral) ? "\"" + neutral.replace("\"", "\"\"") + "\"" : neutral;
    }

    /** RFC 4180 section 2; also texts that some readers would trim or split at a separator. */
    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(c -> "\",;\t\r\n".indexOf(c) >= 0) || !text.equals(text.strip());
    }
}
