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

/** Proposes what a faulty cell was meant to hold, and keeps of the proposals what the rules take. */
final class CellRepairs {
    private final RowRules rules;
    private final IdentifierRules identifiers;
    private final IdentifierColumn column;

    CellRepairs(RowRules rules, IdentifierRules identifiers, IdentifierColumn column) {
        this.rules = rules;
        this.identifiers = identifiers;
        this.column = column;
    }

    /** Of proposals with the same text or of the same kind, the first right one counts. */
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

    /** A faulty identifier is nobody's name: mended later, it would leave the name behind. */
    private List<Repair> name(CellFault fault, RowCells cells) {
        boolean named = identifiers.check(cells.uniqueIdentifier()).isEmpty();
        String identifier = named ? EnteredText.trimmed(cells.uniqueIdentifier()) : "";
        return NameRepairs.proposals(fault, EnteredText.trimmed(cells.deviceName()), identifier);
    }

    private boolean isRight(Column column, RowCells mended) {
        return rules.judge(mended).faults().get(column) == null;
    }
}
