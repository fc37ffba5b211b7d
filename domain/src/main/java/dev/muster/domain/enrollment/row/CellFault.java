package dev.muster.domain.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.manufacturer.IdentifierFault;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a cell is invalid. The grid shows it in red, the API names it by its code, and the report writes it down. */
public enum CellFault {
    CELL_COUNT("This row does not have as many cells as the header line. Check all its cells: they may have shifted."),
    BLANK("The %s is missing. Enter it."),
    TOO_LONG("The %s is too long. At most %d characters are allowed."),
    UNPRINTABLE("The %s contains an invisible character, such as a line break. Type it again."),
    LOOKALIKE(
            "The %s mixes alphabets or uses characters that only look like plain letters, digits or signs. Type it again."),
    SCHEME_MISMATCH(
            "The %s does not look like an identifier of this manufacturer. Compare it with the device's label."),
    CHECK_DIGIT("The check digit of the %s is wrong or missing. Compare it with the device's label."),
    DUPLICATE_IN_FILE("The %s occurs more than once in this import. Change or delete all rows except one."),
    ALREADY_ENROLLED("The device with this %s is already enrolled. Delete the row."),
    HELD_ELSEWHERE("The %s cannot be enrolled here. Check it. If it is correct, ask the manufacturer."),
    NOT_ALLOWED(
            "The manufacturer has not released the device with this %s for your organization. Ask the manufacturer."),
    NAME_DUPLICATE_IN_FILE("The %s occurs more than once in this import. Give each device its own name."),
    NAME_TAKEN("Another device of your organization has this %s. Choose another one."),
    UNKNOWN_TYPE("The %s is not known. Enter GATEWAY, STANDALONE or PERIPHERAL."),
    PARENT_NOT_ALLOWED("Only a PERIPHERAL has a %s. Clear the cell or change the device type."),
    PARENT_NOT_FOUND(
            "The %s is neither in this import nor among your devices by this manufacturer. Enter the identifier of a device that is."),
    PARENT_NOT_GATEWAY("The device named as %s is not a GATEWAY. Enter the identifier of a gateway.");

    private final String sentence;

    CellFault(String sentence) {
        this.sentence = sentence;
    }

    /** The fault of an identifier as a fault of its cell. */
    public static CellFault of(IdentifierFault fault) {
        return valueOf(fault.name());
    }

    /** The fault with this kebab-case code. */
    public static Optional<CellFault> ofCode(String code) {
        return Arrays.stream(values())
                .filter(fault -> fault.code().equals(code))
                .findFirst();
    }

    /** Kebab case, ASCII, at most 24 characters; never changes once released. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * An English sentence that says what is wrong and what to do. It never says which other organization is involved.
     */
    public String detail(Column column) {
        return sentence.formatted(column.title(), RowRules.maxLength(column));
    }
}
