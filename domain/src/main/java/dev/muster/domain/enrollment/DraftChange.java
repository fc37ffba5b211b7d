package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.RepairKind;
import java.util.Objects;

/**
 * A change of many rows of a draft at once. Written as text it is kept with a large draft while a server carries it out,
 * so that another one can if that one dies.
 */
public sealed interface DraftChange {

    /** What it has done, as the button for taking it back says; null where that cannot be taken back itself. */
    String description(int rows);

    /** The change in the form that {@link #parse} reads: ASCII, at most 128 characters. */
    String text();

    /** The change that {@link #text()} wrote. */
    static DraftChange parse(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "MEND_ALL" ->
                new MendAll(Column.valueOf(words[1]), CellFault.valueOf(words[2]), RepairKind.valueOf(words[3]));
            case "DELETE_INVALID" -> new DeleteInvalid(words.length > 1);
            case "TAKE_BACK" -> new TakeBack();
            default -> throw new IllegalArgumentException("no change of a draft: " + words[0]);
        };
    }

    /** Mends all cells of a column that have the same fault and can be mended in the same way. */
    record MendAll(Column column, CellFault fault, RepairKind kind) implements DraftChange {

        public MendAll {
            Objects.requireNonNull(column);
            Objects.requireNonNull(fault);
            Objects.requireNonNull(kind);
        }

        @Override
        public String description(int rows) {
            return "“" + kind.label() + "” in " + counted(rows);
        }

        @Override
        public String text() {
            return "MEND_ALL " + column.name() + " " + fault.name() + " " + kind.name();
        }
    }

    /**
     * Deletes every row with an invalid cell.
     *
     * @param keepFirst whether the first of each group of duplicates stays, as {@link DuplicateChoice} says
     */
    record DeleteInvalid(boolean keepFirst) implements DraftChange {

        @Override
        public String description(int rows) {
            return "the deletion of " + counted(rows);
        }

        @Override
        public String text() {
            return keepFirst ? "DELETE_INVALID KEEP_FIRST" : "DELETE_INVALID";
        }
    }

    /** Puts the rows back as they were before the last change. */
    record TakeBack() implements DraftChange {

        @Override
        public String description(int rows) {
            return null;
        }

        @Override
        public String text() {
            return "TAKE_BACK";
        }
    }

    private static String counted(int rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }
}
