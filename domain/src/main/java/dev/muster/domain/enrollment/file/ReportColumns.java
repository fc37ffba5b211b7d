package dev.muster.domain.enrollment.file;

import dev.muster.domain.shared.EnteredText;
import java.util.HashMap;
import java.util.Map;

/**
 * The two columns that make a file a report of {@link ReportWriter}. Only a file with both is a report, because a maker's
 * own file may have a column {@code status}.
 */
final class ReportColumns {
    private static final String STATUS = EnteredText.folded(ReportWriter.STATUS);
    private static final String ERRORS = EnteredText.folded(ReportWriter.ERRORS);
    private static final String ENROLLED = EnteredText.folded(ReportStatus.ENROLLED.text());

    private final Map<String, Integer> places = new HashMap<>();

    /** Looks at a column that is not one of the import's. */
    void look(int place, String name) {
        String folded = EnteredText.folded(name);
        if (folded.equals(STATUS) || folded.equals(ERRORS)) {
            places.putIfAbsent(folded, place);
        }
    }

    boolean areComplete() {
        return places.size() == 2;
    }

    boolean contain(int place) {
        return areComplete() && places.containsValue(place);
    }

    boolean callEnrolled(String[] cells) {
        int place = places.get(STATUS);
        return place < cells.length && EnteredText.folded(cells[place]).equals(ENROLLED);
    }
}
