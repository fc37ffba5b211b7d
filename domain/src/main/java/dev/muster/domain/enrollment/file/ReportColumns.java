package dev.muster.domain.enrollment.file;

import dev.muster.domain.shared.EnteredText;

/**
 * The two columns that make a file a report of {@link ReportWriter}. Only a file with both is a report, because a
 * maker's own file may have a column {@code status}.
 */
final class ReportColumns {
    private static final String STATUS = EnteredText.folded(ReportWriter.STATUS);
    private static final String ERRORS = EnteredText.folded(ReportWriter.ERRORS);
    private static final String ENROLLED = EnteredText.folded(ReportStatus.ENROLLED.text());

    private static final int ABSENT = -1;

    private int status = ABSENT;
    private int errors = ABSENT;

    /** Looks at a column that is not one of the import's. */
    void look(int place, String name) {
        String folded = EnteredText.folded(name);
        if (status == ABSENT && folded.equals(STATUS)) {
            status = place;
        } else if (errors == ABSENT && folded.equals(ERRORS)) {
            errors = place;
        }
    }

    /** Whether the file has both columns. */
    boolean areComplete() {
        return status != ABSENT && errors != ABSENT;
    }

    /** Whether this column is one of the two, if the file has both. */
    boolean contain(int place) {
        return areComplete() && (place == status || place == errors);
    }

    /** Whether a row of a report is enrolled; asked only if the file has both columns. */
    boolean callEnrolled(String[] cells) {
        return status < cells.length && EnteredText.folded(cells[status]).equals(ENROLLED);
    }
}
