package dev.muster.domain.enrollment;

/** One cell while it is being read: where its quotes stand and how long it is. Keeps nothing beyond its limit. */
final class CellScan {
    private enum State {
        EMPTY,
        PLAIN,
        PLAIN_WITH_QUOTES,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final StringBuilder kept;
    private final int start;
    private final long line;
    private final int maxLength;
    private State state = State.EMPTY;
    private long length;

    /** @param kept where the cell is written; null where nothing of it is to be kept */
    CellScan(StringBuilder kept, long line, int maxLength) {
        this.kept = kept;
        this.start = kept == null ? 0 : kept.length();
        this.line = line;
        this.maxLength = maxLength;
    }

    /** The line the cell begins on. */
    long line() {
        return line;
    }

    /** True while separators and line breaks are data. */
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
            keep("\"");
        }
    }

    private void takePlain(char c) {
        if (c != '"') {
            state = state == State.EMPTY ? State.PLAIN : state;
            data(c);
        } else if (state == State.EMPTY) {
            state = State.QUOTED;
            keep("\"");
        } else {
            quoteWhole();
            data(c);
        }
    }

    private void takeQuoted(char c) {
        if (c == '"') {
            state = State.QUOTE_IN_QUOTED;
            keep("\"");
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
        keep("\"");
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
        keep(c == '"' ? "\"\"" : String.valueOf(c));
    }

    private void keep(String characters) {
        if (kept != null && length <= maxLength) {
            kept.append(characters);
        }
    }
}
