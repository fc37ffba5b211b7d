package dev.muster.domain.enrollment.file;

import java.util.Locale;

/** What a report says about a row. */
public enum ReportStatus {
    /** The row is an enrollment. If the report is imported again, the row is skipped. */
    ENROLLED,
    /** No cell is invalid, and the row is not enrolled. */
    VALID,
    /** At least one cell is invalid. */
    INVALID;

    /** The text in the report's column {@code status}: lower case, ASCII; never changes once released. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
