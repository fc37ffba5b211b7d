package dev.muster.domain.enrollment;

import dev.muster.domain.manufacturer.IdentifierRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a faulty identifier may have been before a spreadsheet, a scanner or a keyboard had it. */
final class IdentifierRepairs {
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}[\\p{Zs}&&[^ ]]]+";

    private final IdentifierRules rules;
    private final List<Repair> proposals = new ArrayList<>();

    IdentifierRepairs(IdentifierRules rules) {
        this.rules = rules;
    }

    List<Repair> proposals(CellFault fault, String trimmed) {
        switch (fault) {
            case UNPRINTABLE, LOOKALIKE, SCHEME_MISMATCH -> spellings(trimmed);
            case CHECK_DIGIT -> missingDigit(trimmed);
            default -> {}
        }
        return proposals;
    }

    /** Fourteen digits have no fault of their own: only what makes them full clears it. */
    private void missingDigit(String trimmed) {
        if (!rules.isFull("0" + trimmed)) {
            return;
        }
        propose(RepairKind.LEADING_ZERO, "0" + trimmed);
        for (char digit = '0'; digit <= '9'; digit++) {
            if (rules.check(trimmed + digit).isEmpty()) {
                propose(RepairKind.CHECK_DIGIT, trimmed + digit);
            }
        }
    }

    private void spellings(String trimmed) {
        String visible = trimmed.replaceAll(UNSEEN, "");
        propose(RepairKind.VISIBLE_CHARACTERS, visible);
        String plain = PlainLetters.of(visible);
        propose(RepairKind.PLAIN_LETTERS, plain);
        if (IdentifierRules.hasLostDigits(plain.replaceAll("[' ]", ""))) {
            // A mended 3.52656E+14 would be as lost as it was, and look like an identifier.
            proposals.clear();
        } else if (rules.check(plain).isPresent()) {
            schemeSpellings(plain);
        }
    }

    private void schemeSpellings(String text) {
        switch (rules.scheme()) {
            case IMEI -> ImeiSpelling.digits(text).ifPresent(digits -> propose(RepairKind.DIGITS_ALONE, digits));
            case MAC -> MacSpelling.canonical(text).ifPresent(mac -> propose(RepairKind.MAC_FORM, mac));
            case SERIAL -> serialSpellings(text);
            case ANY -> {}
        }
    }

    /** What changes least comes first; several changes at once come only where one is not enough. */
    private void serialSpellings(String text) {
        String bare = text.startsWith("'") ? text.substring(1) : text;
        String unspaced = bare.replace(" ", "");
        propose(RepairKind.WITHOUT_APOSTROPHE, bare);
        propose(RepairKind.WITHOUT_BLANKS, unspaced);
        proposeCases(text);
        if (rules.check(unspaced).isPresent()) {
            proposeCases(unspaced);
        }
    }

    private void proposeCases(String text) {
        propose(RepairKind.UPPER_CASE, text.toUpperCase(Locale.ROOT));
        propose(RepairKind.LOWER_CASE, text.toLowerCase(Locale.ROOT));
    }

    private void propose(RepairKind kind, String value) {
        proposals.add(new Repair(kind, value));
    }
}
