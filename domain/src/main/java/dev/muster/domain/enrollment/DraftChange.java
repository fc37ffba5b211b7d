package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.StoredCell;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.shared.ProblemException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** The change in the form that {@link #parse} reads: ASCII, at most 32,768 characters. */
    String text();

    /** The change that {@link #text()} wrote. */
    static DraftChange parse(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "MEND_ALL" ->
                new RepairAll(Column.valueOf(words[1]), CellFault.valueOf(words[2]), RepairKind.valueOf(words[3]));
            case "PUT" -> new Put(ChosenRows.parse(words[1]), Column.valueOf(words[2]), unquoted(words[3]));
            case "REPLACE" ->
                new Replace(
                        ChosenRows.parse(words[1]), Column.valueOf(words[2]), unquoted(words[3]), unquoted(words[4]));
            case "DELETE" -> new Delete(ChosenRows.parse(words[1]));
            case "KEEP_FIRST" -> new KeepFirst(Column.valueOf(words[1]));
            case "DELETE_INVALID" -> new DeleteInvalid(words.length > 1);
            case "TAKE_BACK" -> new TakeBack();
            default -> throw new IllegalArgumentException("no change of a draft: " + words[0]);
        };
    }

    /** Changes cells of one column. A row in which nothing changes stays as it is. */
    sealed interface CellChange extends DraftChange {

        Column column();
    }

    /** Deletes rows. */
    sealed interface RowDeletion extends DraftChange {

        @Override
        default String description(int rows) {
            return "the deletion of " + counted(rows);
        }
    }

    /** Repairs all cells of a column that have the same fault and can be repaired in the same way. */
    record RepairAll(Column column, CellFault fault, RepairKind kind) implements CellChange {

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

    /** Puts the same text into a cell of each row. */
    record Put(ChosenRows rows, Column column, String value) implements CellChange {

        /** @throws ProblemException {@code validation-failed} if the text cannot be stored */
        public Put {
            StoredCell.require(value);
        }

        @Override
        public String description(int rows) {
            return "the new " + column.title() + " of " + counted(rows);
        }

        @Override
        public String text() {
            return "PUT " + rows.text() + " " + column.name() + " " + quoted(value);
        }
    }

    /**
     * Replaces a part of the text in a cell of each row.
     *
     * @param part compared with case, at least one character
     */
    record Replace(ChosenRows rows, Column column, String part, String by) implements CellChange {

        /** @throws ProblemException {@code validation-failed} if one of the texts cannot be stored, or there is no part */
        public Replace {
            StoredCell.require(part);
            StoredCell.require(by);
            if (part.isEmpty()) {
                throw ProblemException.invalid("Enter the text that is replaced.");
            }
        }

        @Override
        public String description(int rows) {
            return "the replaced text in " + counted(rows);
        }

        @Override
        public String text() {
            return "REPLACE " + rows.text() + " " + column.name() + " " + quoted(part) + " " + quoted(by);
        }
    }

    /** Deletes rows, valid or not. */
    record Delete(ChosenRows rows) implements RowDeletion {

        @Override
        public String text() {
            return "DELETE " + rows.text();
        }
    }

    /**
     * Deletes the duplicates of a column, except one row of each group: the first of those with the fewest faults.
     *
     * @param column the identifier or the name
     */
    record KeepFirst(Column column) implements RowDeletion {

        @Override
        public String text() {
            return "KEEP_FIRST " + column.name();
        }
    }

    /**
     * Deletes every row with an invalid cell.
     *
     * @param keepFirst whether the first of each group of duplicates stays ({@link DuplicateChoice})
     */
    record DeleteInvalid(boolean keepFirst) implements RowDeletion {

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

    /** Without blanks, and never empty. */
    private static String quoted(String text) {
        return "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unquoted(String word) {
        return URLDecoder.decode(word.substring(1), StandardCharsets.UTF_8);
    }
}
