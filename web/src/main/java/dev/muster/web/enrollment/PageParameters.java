package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.ProblemException;
import jakarta.faces.context.FacesContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What the grid's script sends along with a request. It may have been anybody, so everything is read with care. */
public final class PageParameters {

    private PageParameters() {}

    /** {@code null} where it was not sent. */
    public static String text(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }

    public static int number(String name) {
        return read(name, Integer::valueOf);
    }

    /** Numbers with commas between them, at least one. */
    public static List<Integer> numbers(String name) {
        return read(
                name,
                sent -> Arrays.stream(sent.split(",")).map(Integer::valueOf).toList());
    }

    /** A column by its header, {@code null} where none has it. */
    public static Column column(String name) {
        String header = text(name);
        return Arrays.stream(Column.values())
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElse(null);
    }

    /** A column by its header, which must be sent. */
    public static Column existingColumn(String name) {
        Column column = column(name);
        if (column == null) {
            throw unreadable();
        }
        return column;
    }

    public static <E extends Enum<E>> E constant(String name, Class<E> type) {
        return read(name, sent -> Enum.valueOf(type, sent));
    }

    private static <T> T read(String name, Function<String, T> reading) {
        String sent = text(name);
        try {
            return reading.apply(sent == null ? "" : sent);
        } catch (IllegalArgumentException unreadable) {
            throw unreadable();
        }
    }

    public static ProblemException unreadable() {
        return ProblemException.invalid("The server cannot read what the page sent. Load the page again.");
    }
}
