package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.PageParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the script of the grid sends. Each method throws a {@link ProblemException} {@code validation-failed} if it
 * cannot read the parameter.
 */
final class GridParameters {

    private GridParameters() {}

    static int number(String name) {
        return read(name, Integer::valueOf);
    }

    /** At least one number, with commas in between. */
    static List<Integer> numbers(String name) {
        return read(
                name,
                sent -> Arrays.stream(sent.split(",")).map(Integer::valueOf).toList());
    }

    /** The column whose header was sent; empty if no column has it. */
    static Optional<Column> column(String name) {
        return Column.ofHeader(PageParameters.text(name));
    }

    static <E extends Enum<E>> E constant(String name, Class<E> type) {
        return read(name, sent -> Enum.valueOf(type, sent));
    }

    /** @throws ProblemException {@code validation-failed} if it was not sent */
    static String text(String name) {
        String sent = PageParameters.text(name);
        if (sent == null) {
            throw unreadable();
        }
        return sent;
    }

    /** The kind of fault that the parameter {@code fault} names. */
    static FaultKind fault() {
        return FaultKind.parse(text("fault")).orElseThrow(GridParameters::unreadable);
    }

    private static <T> T read(String name, Function<String, T> reading) {
        String sent = PageParameters.text(name);
        try {
            return reading.apply(sent == null ? "" : sent);
        } catch (IllegalArgumentException unreadable) {
            throw unreadable();
        }
    }

    static ProblemException unreadable() {
        return ProblemException.invalid("The server cannot read what the page sent. Load the page again.");
    }
}
