package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.domain.shared.ProblemException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of a draft that a change is for: rows that were selected one by one, or all that a filter finds. */
public sealed interface ChosenRows {

    /** The rows in the form that {@link #parse} reads: ASCII without blanks. */
    String text();

    /** The rows that {@link #text()} wrote. */
    static ChosenRows parse(String text) {
        String[] parts = text.split(":", 4);
        return switch (parts[0]) {
            case "ROWS" ->
                new Numbered(
                        Arrays.stream(parts[1].split(",")).map(Integer::valueOf).toList());
            case "FOUND" ->
                new Found(new RowFilter(
                        Boolean.parseBoolean(parts[1]),
                        URLDecoder.decode(parts[2], StandardCharsets.UTF_8),
                        FaultKind.parse(parts[3]).orElse(null)));
            default -> throw new IllegalArgumentException("no rows of a draft: " + parts[0]);
        };
    }

    /**
     * Rows that were selected one by one.
     *
     * @param numbers in the file, at least one and at most {@value #MOST}
     */
    record Numbered(List<Integer> numbers) implements ChosenRows {

        /** More than a page shows. */
        public static final int MOST = 500;

        /** @throws ProblemException {@code validation-failed} if there are none, or too many */
        public Numbered {
            numbers = List.copyOf(numbers);
            if (numbers.isEmpty() || numbers.size() > MOST) {
                throw ProblemException.invalid(
                        numbers.size() + " rows were named. Name at least one and at most " + MOST + ".");
            }
        }

        @Override
        public String text() {
            return "ROWS:" + numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    /** All rows that a filter finds. */
    record Found(RowFilter filter) implements ChosenRows {

        @Override
        public String text() {
            FaultKind fault = filter.fault();
            String contains = filter.contains() == null ? "" : filter.contains();
            return "FOUND:" + filter.invalidOnly() + ":" + URLEncoder.encode(contains, StandardCharsets.UTF_8) + ":"
                    + (fault == null ? "" : fault.text());
        }
    }
}
