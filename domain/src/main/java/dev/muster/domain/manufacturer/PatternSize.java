package dev.muster.domain.manufacturer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Estimates how many parts a pattern has when its counted repetitions are written out, before the pattern is compiled.
 * For a pattern that compiles, the estimate is never too low by more than a small factor; for others it means nothing.
 */
final class PatternSize {
    private static final Pattern ATOM = Pattern.compile("\\\\[pPx]\\{[^}]*\\}|\\\\Q.*?\\\\E|\\\\."
            + "|\\[\\^?\\]?(?:\\[:\\^?[a-z]+:\\]|\\\\.|[^\\]\\\\])*\\]"
            + "|(?P<times>\\{[0-9]+(?:,[0-9]*)?\\})|(?s:.)");

    private final Deque<Long> outer = new ArrayDeque<>();
    private long size;
    private long last;

    private PatternSize() {}

    static long of(String pattern) {
        PatternSize counter = new PatternSize();
        Matcher parts = ATOM.matcher(pattern);
        while (parts.find()) {
            counter.add(parts.group(), parts.group("times") != null);
        }
        return counter.size + counter.outer.stream().mapToLong(Long::longValue).sum();
    }

    private void add(String part, boolean repetition) {
        if (repetition) {
            long more = last * (times(part) - 1);
            size += more;
            last += more;
        } else if (part.equals("(")) {
            outer.push(size);
            size = 0;
        } else if (part.equals(")") && !outer.isEmpty()) {
            last = size + 1;
            size = outer.pop() + last;
        } else if (!"*+?".contains(part)) {
            last = part.startsWith("\\Q") ? part.length() : 1;
            size += last;
        }
    }

    /** The larger bound of {@code {n}}, {@code {n,}} or {@code {n,m}}; RE2/J allows at most 1000. */
    private static long times(String repetition) {
        long most = 1;
        for (String bound : repetition.substring(1, repetition.length() - 1).split(",")) {
            most = Math.max(most, bound.length() > 4 ? 10_000 : Long.parseLong(bound));
        }
        return most;
    }
}
