package dev.muster.domain.enrollment.csv;

import java.util.Locale;

/** Why a whole import file can be refused. */
public enum FileFault {
    /** A name such as {@code devices.xlsx}: the extension contradicts CSV. */
    WRONG_EXTENSION,
    /** Bytes that are not UTF-8, or a byte order mark of UTF-16 or UTF-32. */
    ENCODING,
    /** A NUL character. */
    NUL,
    /** A workbook, an archive or another file that is not text. */
    NOT_TEXT,
    /** Nothing but blanks. */
    EMPTY_FILE,
    /** A header line and no rows. */
    NO_ROWS,
    /** A line {@code sep=} with something other than comma, semicolon or tab. */
    UNKNOWN_SEPARATOR,
    /** A required column is not in the header line. */
    MISSING_HEADER,
    /** A known column is in the header line twice. */
    DOUBLED_HEADER,
    /** The file ends inside a quoted cell. */
    UNCLOSED_QUOTE,
    /** Text between a closing quote and the next separator. */
    TEXT_AFTER_QUOTE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    CELL_TOO_LONG,
    FILE_TOO_LARGE;

    /** Kebab case, ASCII; never changes once released. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
