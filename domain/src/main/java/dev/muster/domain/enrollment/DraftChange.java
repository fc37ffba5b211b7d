package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.RepairKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of many rows of a draft at once. It is stored as text with a large draft while a server carries it out, so
 * that another server can carry it out if the first one dies.
 */
public sealed interface DraftChange {

    /** What an undo of it would take back, as the button says; null if it cannot be undone. */
    @Nullable
    String description(int rows);

    /** The change in the form that {@link #parse} reads: ASCII, at most 128 characters. */
    String text();

    /** The change that {@link #text()} wrote. */
    static DraftChange parse(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "MEND_ALL" ->
                new RepairAll(Column.valueOf(words[1]), CellFault.valueOf(words[2]), RepairKind.valueOf(words[3]));
            case "DELETE_INVALID" -> new DeleteInvalid(words.length > 1);
            case "TAKE_BACK" -> new TakeBack();
            default -> throw new IllegalArgumentException("no change of a draft: " + words[0]);
        };
    }

    /** Repairs all cells of a column that have the same fault and can be repaired in the same way. */
    record RepairAll(Column column, CellFault fault, RepairKind kind) implements DraftChange {

        public RepairAll {
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
     * @param keepFirst whether the first of each group of duplicates stays ({@link DuplicateChoice})
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

    /** Undoes the last change: puts the rows back as they were. */
    record TakeBack() implements DraftChange {

        @Override
        public @Nullable String description(int rows) {
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
