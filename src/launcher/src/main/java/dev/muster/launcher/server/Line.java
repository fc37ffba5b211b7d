package dev.muster.launcher.server;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A queue without threads: a few work at the same time, even fewer of each source, and the others wait. The next to
 * work is the first in the queue whose source has room. A full queue refuses new entries; one source gets at most half
 * of it.
 *
 * @param <C> what waits, and works
 */
final class Line<C> {

    /** The result of an attempt to enter. */
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

    /** In the order in which they came. */
    private final Map<C, Object> waiting = new LinkedHashMap<>();

    private final Map<Object, Integer> waitingOfSource = new HashMap<>();

    /** @param mostWaiting how many may wait, of all sources */
    Line(int most, int mostOfSource, int mostWaiting) {
        this.most = most;
        this.mostOfSource = mostOfSource;
        this.mostWaiting = mostWaiting;
    }

    /** Returns whether it works from now on, or did already. Otherwise nothing has changed. */
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

    /** Joins the queue if it cannot work now. */
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

    /** Removes an entry, if it is here. Returns the entry that works in its place from now on, if any. */
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
