package dev.muster.domain.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.MissingValue;
import dev.muster.domain.shared.EnteredText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Proposes what a faulty cell was meant to hold, and keeps the proposals that the rules accept. */
final class CellRepairs {
    private static final String REORDERING_MARKS = "[\\u202A-\\u202E\\u2066-\\u2069]+";
    private static final String OTHER_UNPRINTABLE = "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+";

    private final RowRules rules;
    private final IdentifierRules identifiers;
    private final IdentifierColumn column;

    CellRepairs(RowRules rules, IdentifierRules identifiers, IdentifierColumn column) {
        this.rules = rules;
        this.identifiers = identifiers;
        this.column = column;
    }

    /** If several proposals have the same text or the same kind, the first one that the rules accept counts. */
    List<Repair> of(Column column, CellFault fault, RowCells cells) {
        Set<RepairKind> kinds = EnumSet.noneOf(RepairKind.class);
        Set<String> texts = new HashSet<>(Set.of(EnteredText.trimmed(cells.get(column))));
        List<Repair> right = new ArrayList<>();
        for (Repair proposal : proposals(column, fault, cells)) {
            boolean isNew = !texts.contains(proposal.value()) && !kinds.contains(proposal.kind());
            if (isNew && isRight(column, cells.with(column, proposal.value()))) {
                right.add(proposal);
                texts.add(proposal.value());
                kinds.add(proposal.kind());
            }
        }
        return List.copyOf(right);
    }

    private List<Repair> proposals(Column column, CellFault fault, RowCells cells) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> identifier(fault, cells.uniqueIdentifier());
            case DEVICE_NAME -> name(fault, cells);
            case DEVICE_TYPE -> fault == CellFault.UNKNOWN_TYPE ? TypeRepairs.proposals(cells.deviceType()) : List.of();
            case PARENT_GATEWAY ->
                fault == CellFault.PARENT_NOT_ALLOWED || MissingValue.isOne(EnteredText.trimmed(cells.parentGateway()))
                        ? List.of(new Repair(RepairKind.EMPTY, ""))
                        : identifier(fault, cells.parentGateway());
        };
    }

    private List<Repair> identifier(CellFault fault, String entered) {
        return new IdentifierRepairs(identifiers, column).proposals(fault, EnteredText.trimmed(entered));
    }

    private List<Repair> name(CellFault fault, RowCells cells) {
        String name = EnteredText.trimmed(cells.deviceName());
        return switch (fault) {
            case BLANK -> List.of(new Repair(RepairKind.IDENTIFIER_AS_NAME, rightIdentifier(cells)));
            case UNPRINTABLE -> List.of(new Repair(RepairKind.PLAIN_BLANKS, withPlainBlanks(name)));
            case NAME_DUPLICATE_IN_FILE, NAME_TAKEN ->
                List.of(new Repair(
                        RepairKind.IDENTIFIER_ADDED, EnteredText.trimmed(name + " " + rightIdentifier(cells))));
            default -> List.of();
        };
    }

    /** Empty if the identifier is faulty: the name would keep the wrong text after a user corrects the identifier. */
    private String rightIdentifier(RowCells cells) {
        boolean isRight = identifiers.check(cells.uniqueIdentifier()).isEmpty();
        return isRight ? EnteredText.trimmed(cells.uniqueIdentifier()) : "";
    }

    /** A line break separates words. A mark of direction stands inside a word. */
    private static String withPlainBlanks(String name) {
        String withoutMarks = name.replaceAll(REORDERING_MARKS, "");
        return EnteredText.trimmed(withoutMarks.replaceAll(OTHER_UNPRINTABLE, " "));
    }

    private boolean isRight(Column column, RowCells repaired) {
        return rules.judge(repaired).faults().get(column) == null;
    }
}
