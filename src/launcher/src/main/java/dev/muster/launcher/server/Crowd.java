package dev.muster.launcher.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Connections in one state. Their number is limited, in all and for each source. If a new connection exceeds a limit,
 * the one that has been there longest is removed: of its source, or of all. Times are those of
 * {@link System#nanoTime()}.
 *
 * @param <C> a connection
 */
final class Crowd<C> {

    private record Place(Object source, long since) {}

    private final int most;
    private final int mostOfSource;
    private final long spared;

    /** In the order in which they came. */
    private final SequencedMap<C, Place> all = new LinkedHashMap<>();

    private final Map<Object, LinkedHashSet<C>> bySource = new HashMap<>();

    /**
     * @param spared how long a connection may stay whatever the limits say. If none has been there longer, the new
     *     connection is removed
     */
    Crowd(int most, int mostOfSource, Duration spared) {
        this.most = most;
        this.mostOfSource = mostOfSource;
        this.spared = spared.toNanos();
    }

    /** Adds a connection. Returns the connection that was removed for it, if any; this may be the new one. */
    synchronized Optional<C> add(C connection, Object source, long now) {
        all.put(connection, new Place(source, now));
        LinkedHashSet<C> ofSource = bySource.computeIfAbsent(source, any -> new LinkedHashSet<>());
        ofSource.add(connection);
        Optional<C> leaving = Optional.empty();
        if (ofSource.size() > mostOfSource) {
            leaving = Optional.of(leaving(ofSource.getFirst(), connection, now));
        } else if (all.size() > most) {
            leaving = Optional.of(leaving(all.firstEntry().getKey(), connection, now));
        }
        leaving.ifPresent(this::remove);
        return leaving;
    }

    private C leaving(C longest, C added, long now) {
        return now - all.get(longest).since() >= spared ? longest : added;
    }

    /** Does nothing if the connection is not here. */
    synchronized void remove(C connection) {
        Place place = all.remove(connection);
        if (place != null) {
            LinkedHashSet<C> ofSource = bySource.get(place.source());
            ofSource.remove(connection);
            if (ofSource.isEmpty()) {
                bySource.remove(place.source());
            }
        }
    }

    /** Removes and returns the connections that have been here for longer than that. */
    synchronized List<C> takeLongerThan(Duration longest, long now) {
        List<C> expired = new ArrayList<>();
        for (Map.Entry<C, Place> entry : all.entrySet()) {
            if (now - entry.getValue().since() <= longest.toNanos()) {
                break;
            }
            expired.add(entry.getKey());
        }
        expired.forEach(this::remove);
        return expired;
    }

    synchronized int size() {
        return all.size();
    }
}
