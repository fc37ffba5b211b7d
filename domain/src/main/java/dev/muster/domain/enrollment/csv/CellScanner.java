package dev.muster.domain.enrollment.csv;

/**
 * Scans the cell that is being read: where its quotes are and how long it is. Keeps no characters beyond the limit. One
 * object scans all cells of a file one after the other, so that a record of millions of cells makes no garbage.
 */
final class CellScanner {
    private enum State {
        EMPTY,
        PLAIN,
        PLAIN_WITH_QUOTES,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private int maxLength;
    private StringBuilder kept;
    private int start;
    private long line;
    private long length;
    private State state;

    CellScanner(int maxLength) {
        this.maxLength = maxLength;
    }

    /** From the next cell on, this many characters are allowed. */
    void allow(int length) {
        maxLength = length;
    }

    /**
     * Begins the next cell.
     *
     * @param record gets the text of the cell; null if the text is not kept
     */
    void begin(StringBuilder record, long currentLine) {
        kept = record;
        start = record == null ? 0 : record.length();
        line = currentLine;
        length = 0;
        state = State.EMPTY;
    }

    /** The line on which the cell begins. */
    long line() {
        return line;
    }

    /** Whether separators and line breaks are data now: the cell is in quotes that are still open. */
    boolean isOpen() {
        return state == State.QUOTED;
    }

    void take(char c, long currentLine) throws ImportRefusedException {
        switch (state) {
            case EMPTY, PLAIN, PLAIN_WITH_QUOTES -> takePlain(c);
            case QUOTED -> takeQuoted(c);
            case QUOTE_IN_QUOTED -> takeAfterQuote(c, currentLine);
        }
    }

    /** Ends the cell. */
    void close() throws ImportRefusedException {
        if (length > maxLength) {
            throw new ImportRefusedException(
                    line,
                    FileFault.CELL_TOO_LONG,
                    Sentences.limit("A cell that begins in line " + line + " has", length, "characters", maxLength));
        }
        if (state == State.PLAIN_WITH_QUOTES) {
            keep('"');
        }
    }

    private void takePlain(char c) {
        if (c != '"') {
            state = state == State.EMPTY ? State.PLAIN : state;
            data(c);
        } else if (state == State.EMPTY) {
            state = State.QUOTED;
            keep('"');
        } else {
            quoteWhole();
            data(c);
        }
    }

    private void takeQuoted(char c) {
        if (c == '"') {
            state = State.QUOTE_IN_QUOTED;
            keep('"');
        } else {
            data(c);
        }
    }

    private void takeAfterQuote(char c, long currentLine) throws ImportRefusedException {
        if (c != '"') {
            throw new ImportRefusedException(
                    currentLine,
                    FileFault.TEXT_AFTER_QUOTE,
                    "In line " + currentLine + " text follows a closing quote; the cell's first quote is in line "
                            + line + ". Quote the whole cell and double the quotes inside it.");
        }
        state = State.QUOTED;
        length++;
        keep('"');
    }

    private void quoteWhole() {
        if (state == State.PLAIN) {
            state = State.PLAIN_WITH_QUOTES;
            if (kept != null) {
                kept.insert(start, '"');
            }
        }
    }

    private void data(char c) {
        length++;
        if (c == '"') {
            keep('"');
        }
        keep(c);
    }

    private void keep(char c) {
        if (kept != null && length <= maxLength) {
            kept.append(c);
        }
    }
}
