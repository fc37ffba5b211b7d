package dev.muster.domain.enrollment.file;

/**
 * What a person should know about a file that was accepted.
 *
 * @param code one of the constants, in kebab case
 * @param detail an English sentence for people
 */
public record FileWarning(String code, String detail) {
    public static final String UNKNOWN_COLUMN = "unknown-column";
    public static final String LINES_ABOVE = "lines-above-header";
    public static final String UNEVEN_ROWS = "uneven-rows";
    public static final String ROUNDED_NUMBERS = "rounded-numbers";
    public static final String PLACEHOLDERS = "placeholders";
    public static final String GROUP_ADDRESSES = "group-addresses";
    public static final String BLANK_LINES = "blank-lines";
    public static final String ENROLLED_ROWS = "enrolled-rows";
}
