package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Why cells are invalid, and how they can be repaired, in words. */
@Named
@ApplicationScoped
public class FaultSentences {

    private final Texts texts;

    /** For the proxy. */
    protected FaultSentences() {
        this(null);
    }

    @Inject
    public FaultSentences(Texts texts) {
        this.texts = texts;
    }

    /** Why a cell is invalid, and what to do. If the rules say more about its text than about its fault, that is shown. */
    public String reason(GridCell cell) {
        return cell.reason().equals(cell.fault().detail(cell.column()))
                ? sentence(cell.kind())
                : texts.sentence(cell.reason());
    }

    /** What is wrong in all cells of a kind, as a sentence without its full stop. */
    public String title(FaultKind kind) {
        String sentence = sentence(kind);
        int end = sentence.indexOf(". ");
        return end < 0 ? sentence : sentence.substring(0, end);
    }

    /** The label of the button that repairs one cell. */
    public String label(Repair repair) {
        return repair.kind() == RepairKind.MEANT_TYPE
                ? texts.of("enrollment.writeAs", repair.value())
                : texts.word(repair.kind());
    }

    String sentence(FaultKind kind) {
        return texts.of(
                name(kind.fault()), texts.of(name(kind.column())), String.valueOf(RowRules.maxLength(kind.column())));
    }

    private static String name(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> "enrollment.inFaultIdentifier";
            case DEVICE_NAME -> "enrollment.inFaultName";
            case DEVICE_TYPE -> "enrollment.inFaultType";
            case PARENT_GATEWAY -> "enrollment.inFaultGateway";
        };
    }

    private static String name(CellFault fault) {
        return switch (fault) {
            case CELL_COUNT -> "enrollment.faultCellCount";
            case BLANK -> "enrollment.faultBlank";
            case TOO_LONG -> "enrollment.faultTooLong";
            case UNPRINTABLE -> "enrollment.faultUnprintable";
            case LOOKALIKE -> "enrollment.faultLookalike";
            case SCHEME_MISMATCH -> "enrollment.faultSchemeMismatch";
            case CHECK_DIGIT -> "enrollment.faultCheckDigit";
            case DUPLICATE_IN_FILE -> "enrollment.faultDuplicate";
            case ALREADY_ENROLLED -> "enrollment.faultAlreadyEnrolled";
            case HELD_ELSEWHERE -> "enrollment.faultHeldElsewhere";
            case NOT_ALLOWED -> "enrollment.faultNotAllowed";
            case NAME_DUPLICATE_IN_FILE -> "enrollment.faultNameDuplicate";
            case NAME_TAKEN -> "enrollment.faultNameTaken";
            case UNKNOWN_TYPE -> "enrollment.faultUnknownType";
            case PARENT_NOT_ALLOWED -> "enrollment.faultParentNotAllowed";
            case PARENT_NOT_FOUND -> "enrollment.faultParentNotFound";
            case PARENT_NOT_GATEWAY -> "enrollment.faultParentNotGateway";
        };
    }
}
