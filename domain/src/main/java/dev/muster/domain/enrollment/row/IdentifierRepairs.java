package dev.muster.domain.enrollment.row;

import dev.muster.domain.enrollment.cell.HiddenCharacters;
import dev.muster.domain.enrollment.cell.LostZeros;
import dev.muster.domain.enrollment.cell.PlainLetters;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.LookalikeSigns;
import dev.muster.domain.manufacturer.SpreadsheetDebris;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Proposes what a faulty identifier was before a spreadsheet, a scanner or a keyboard changed it. */
final class IdentifierRepairs {
    private final IdentifierRules rules;
    private final IdentifierColumn column;
    private final List<Repair> proposals = new ArrayList<>();

    IdentifierRepairs(IdentifierRules rules, IdentifierColumn column) {
        this.rules = rules;
        this.column = column;
    }

    List<Repair> proposals(CellFault fault, String trimmed) {
        switch (fault) {
            case UNPRINTABLE, LOOKALIKE, SCHEME_MISMATCH -> readings(trimmed);
            case CHECK_DIGIT -> missingDigit(trimmed);
            default -> {}
        }
        return proposals;
    }

    /**
     * Fourteen digits are not wrong by themselves. Only a fifteenth digit clears the fault, and the column says which.
     */
    private void missingDigit(String trimmed) {
        if (!rules.isFull("0" + trimmed)) {
            return;
        }
        boolean fitsWithZero = rules.fitsWithZero(trimmed);
        if (fitsWithZero && column.hasLostZero(trimmed)) {
            propose(RepairKind.LEADING_ZERO, "0" + trimmed);
        } else if (column.lacksCheckDigit(trimmed, fitsWithZero)) {
            proposeCheckDigit(trimmed);
        }
    }

    private void proposeCheckDigit(String fourteen) {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (rules.check(fourteen + digit).isEmpty()) {
                propose(RepairKind.CHECK_DIGIT, fourteen + digit);
            }
        }
    }

    /** If two readings give two identifiers, nobody knows which is meant. */
    private void readings(String trimmed) {
        List<String> readings = HiddenCharacters.readings(trimmed);
        readings.forEach(this::spellings);
        long meant = proposals.stream()
                .map(Repair::value)
                .filter(value -> rules.check(value).isEmpty())
                .map(rules::normalize)
                .distinct()
                .count();
        if (readings.size() > 1 && meant > 1) {
            proposals.clear();
        }
    }

    private void spellings(String visible) {
        String plain = PlainLetters.of(visible);
        SpreadsheetDebris debris = SpreadsheetDebris.of(plain);
        if (isLost(debris.kind()) || IdentifierRules.hasLostDigits(plain.replaceAll("[' ]", ""))) {
            // A repaired 3.52656E+14 would still lack its digits, but it would look like an identifier.
            return;
        }
        propose(RepairKind.VISIBLE_CHARACTERS, visible);
        propose(RepairKind.PLAIN_LETTERS, LookalikeSigns.plain(visible));
        propose(RepairKind.PLAIN_LETTERS, plain);
        if (rules.check(plain).isPresent() && debris.kind() == SpreadsheetDebris.Kind.NONE) {
            schemeSpellings(plain);
        } else if (debris.inside() != null) {
            inside(plain, debris.inside());
        }
    }

    private static boolean isLost(SpreadsheetDebris.Kind kind) {
        return switch (kind) {
            case NO_VALUE, LOST_DIGITS, CUT_OFF -> true;
            case NONE, WRAPPED -> false;
        };
    }

    private void inside(String text, String inside) {
        boolean isOnlyApostrophe = text.equals("'" + inside);
        switch (rules.scheme()) {
            case SERIAL, ANY ->
                propose(isOnlyApostrophe ? RepairKind.WITHOUT_APOSTROPHE : RepairKind.TEXT_INSIDE, inside);
            case IMEI, MAC -> {}
        }
        schemeSpellings(inside);
    }

    private void schemeSpellings(String text) {
        switch (rules.scheme()) {
            case IMEI -> ImeiSpelling.digits(text).ifPresent(digits -> propose(RepairKind.DIGITS_ALONE, digits));
            case MAC -> MacSpelling.canonical(text).ifPresent(mac -> propose(RepairKind.MAC_FORM, mac));
            case SERIAL -> serialSpellings(text);
            case ANY -> {}
        }
    }

    /** The smallest change comes first. Several changes at once come only if one is not enough. */
    private void serialSpellings(String text) {
        String unspaced = text.replace(" ", "");
        propose(RepairKind.WITHOUT_BLANKS, unspaced);
        proposeCases(text);
        if (rules.check(unspaced).isPresent()) {
            proposeCases(unspaced);
        }
        if (column.mayHaveLostZeros()) {
            LostZeros.before(text, rules).ifPresent(whole -> propose(RepairKind.LEADING_ZERO, whole));
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
