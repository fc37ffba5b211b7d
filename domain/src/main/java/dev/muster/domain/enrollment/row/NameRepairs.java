package dev.muster.domain.enrollment.row;

import dev.muster.domain.shared.EnteredText;
import java.util.List;

/** What a faulty device name may be instead. */
final class NameRepairs {
    private static final String REORDERING_MARKS = "[\\u202A-\\u202E\\u2066-\\u2069]+";
    private static final String OTHER_UNPRINTABLE = "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+";

    private NameRepairs() {}

    /** @param identifier the row's, or empty where it has none that is right */
    static List<Repair> proposals(CellFault fault, String name, String identifier) {
        return switch (fault) {
            case BLANK -> List.of(new Repair(RepairKind.IDENTIFIER_AS_NAME, identifier));
            case UNPRINTABLE -> List.of(new Repair(RepairKind.PLAIN_BLANKS, withPlainBlanks(name)));
            case NAME_DUPLICATE_IN_FILE, NAME_TAKEN ->
                List.of(new Repair(RepairKind.IDENTIFIER_ADDED, EnteredText.trimmed(name + " " + identifier)));
            default -> List.of();
        };
    }

    /** A line break parts words, a mark of direction stands within one. */
    private static String withPlainBlanks(String name) {
        String withoutMarks = name.replaceAll(REORDERING_MARKS, "");
        return EnteredText.trimmed(withoutMarks.replaceAll(OTHER_UNPRINTABLE, " "));
    }
}
