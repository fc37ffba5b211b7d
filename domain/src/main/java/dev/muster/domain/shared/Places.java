package dev.muster.domain.shared;

import java.util.HashMap;
import java.util.Map;

/**
 * A bounded number of places; a client may take only a share of them. Remembers only clients that have a place.
 *
 * @param <K> identifies a client
 */
public final class Places<K> {

    private final int total;

    private final int share;

    private final Map<K, Integer> takenBy = new HashMap<>();

    private int taken;

    /**
     * @param total how many places there are, from 1
     * @param share how many of them a client may take, from 1
     */
    public Places(int total, int share) {
        this.total = total;
        this.share = share;
    }

    /** Takes a place. Returns false, and takes none, if all are taken or the client has its share. */
    public synchronized boolean enter(K key) {
        int own = takenBy.getOrDefault(key, 0);
        if (taken >= total || own >= share) {
            return false;
        }
        taken++;
        takenBy.put(key, own + 1);
        return true;
    }

    /** Gives back a place that {@link #enter} gave. */
    public synchronized void leave(K key) {
        if (!takenBy.containsKey(key)) {
            throw new IllegalStateException("who leaves must have entered");
        }
        taken--;
        takenBy.computeIfPresent(key, (k, own) -> own == 1 ? null : own - 1);
    }

    synchronized int remembered() {
        return takenBy.size();
    }
}
