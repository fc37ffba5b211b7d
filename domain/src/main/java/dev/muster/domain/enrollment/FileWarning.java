package dev.muster.domain.enrollment;

/**
 * What a person should know about a file that was taken.
 *
 * @param code {@code unknown-column}, {@code blank-lines} or {@code enrolled-rows}
 * @param detail an English sentence for people
 */
public record FileWarning(String code, String detail) {
    public static final String UNKNOWN_COLUMN = "unknown-column";
    public static final String BLANK_LINES = "blank-lines";
    public static final String ENROLLED_ROWS = "enrolled-rows";
}
