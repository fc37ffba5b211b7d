package dev.muster.launcher.server;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line without threads: a few work at a time, of each source fewer, and the others wait. The next is the first to come whose
 * source has room. Full, it takes no more, and of one source no more than half.
 *
 * @param <C> what waits, and works
 */
final class Line<C> {

    /** What becomes of one that comes. */
    enum Entry {
        AT_WORK,
        WAITING,
        REFUSED
    }

    private final int most;
    private final int mostOfSource;
    private final int mostWaiting;

    private final Map<C, Object> atWork = new HashMap<>();

    private final Map<Object, Integer> atWorkOfSource = new HashMap<>();

    /** The first to come is the first. */
    private final Map<C, Object> waiting = new LinkedHashMap<>();

    private final Map<Object, Integer> waitingOfSource = new HashMap<>();

    /** @param mostWaiting how many wait, of all sources */
    Line(int most, int mostOfSource, int mostWaiting) {
        this.most = most;
        this.mostOfSource = mostOfSource;
        this.mostWaiting = mostWaiting;
    }

    /** Whether it is at work from now on, or was already. Otherwise nothing has happened. */
    synchronized boolean enter(C one, Object source) {
        if (atWork.containsKey(one)) {
            return true;
        }
        boolean enters = hasRoom(source);
        if (enters) {
            atWork.put(one, source);
            atWorkOfSource.merge(source, 1, Integer::sum);
        }
        return enters;
    }

    /** Waits if it cannot enter. */
    synchronized Entry await(C one, Object source) {
        if (enter(one, source)) {
            return Entry.AT_WORK;
        }
        if (waiting.size() >= mostWaiting || waitingOfSource.getOrDefault(source, 0) >= mostWaiting / 2) {
            return Entry.REFUSED;
        }
        waiting.put(one, source);
        waitingOfSource.merge(source, 1, Integer::sum);
        return Entry.WAITING;
    }

    /** Takes out one, at work or waiting, if it is here. Returns the one that is at work instead of it from now on. */
    synchronized Optional<C> leave(C one) {
        Object waited = waiting.remove(one);
        if (waited != null) {
            decrement(waitingOfSource, waited);
            return Optional.empty();
        }
        Object worked = atWork.remove(one);
        if (worked == null) {
            return Optional.empty();
        }
        decrement(atWorkOfSource, worked);
        return next();
    }

    private Optional<C> next() {
        Iterator<Map.Entry<C, Object>> line = waiting.entrySet().iterator();
        while (line.hasNext()) {
            Map.Entry<C, Object> candidate = line.next();
            if (enter(candidate.getKey(), candidate.getValue())) {
                line.remove();
                decrement(waitingOfSource, candidate.getValue());
                return Optional.of(candidate.getKey());
            }
        }
        return Optional.empty();
    }

    private boolean hasRoom(Object source) {
        return atWork.size() < most && atWorkOfSource.getOrDefault(source, 0) < mostOfSource;
    }

    private static void decrement(Map<Object, Integer> counts, Object source) {
        counts.computeIfPresent(source, (key, count) -> count == 1 ? null : count - 1);
    }
}
