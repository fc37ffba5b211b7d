package dev.muster.domain.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shares out turns at slow work. Only a few turns run at a time; the others wait in a short line. The next turn goes to
 * the client with the fewest running turns; among equals, to the one whose last turn is longest ago; then to the one
 * that came first. So a client that asks for much waits only for itself, and others do not wait for it.
 *
 * @param <K> identifies a client
 */
public final class FairTurns<K> {

    private final Bounds bounds;

    private final Map<K, Share> shares = new HashMap<>();

    /** In the order of arrival. */
    private final List<Waiter> line = new ArrayList<>();

    private int atWork;

    private long turns;

    public FairTurns(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Waits for a turn. Close it when the work is done.
     *
     * @return empty if the line is full, if the client has its share of it, or if no turn comes in time
     */
    public Optional<Turn> take(K key) {
        Waiter waiter = join(key);
        return waiter != null && isCalled(waiter) ? Optional.of(() -> end(waiter.key)) : Optional.empty();
    }

    private synchronized @Nullable Waiter join(K key) {
        Share share = shares.getOrDefault(key, new Share());
        if (atWork + line.size() >= bounds.places() || share.atWork + share.waiting >= bounds.placesShare()) {
            return null;
        }
        shares.put(key, share);
        share.waiting++;
        Waiter waiter = new Waiter(key, share);
        line.add(waiter);
        callNext();
        return waiter;
    }

    private boolean isCalled(Waiter waiter) {
        try {
            if (waiter.called.await(bounds.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !hasLeft(waiter);
    }

    /** Leaves the line. Returns false if the turn has come at the last moment. */
    private synchronized boolean hasLeft(Waiter waiter) {
        if (!line.remove(waiter)) {
            return false;
        }
        waiter.share.waiting--;
        forget(waiter.key, waiter.share);
        return true;
    }

    private synchronized void end(K key) {
        Share share = Objects.requireNonNull(shares.get(key));
        atWork--;
        share.atWork--;
        forget(key, share);
        callNext();
    }

    private void callNext() {
        for (Optional<Waiter> next = next(); next.isPresent(); next = next()) {
            Waiter waiter = next.get();
            line.remove(waiter);
            atWork++;
            waiter.share.waiting--;
            waiter.share.atWork++;
            waiter.share.lastTurn = ++turns;
            waiter.called.countDown();
        }
    }

    private Optional<Waiter> next() {
        return atWork >= bounds.atOnce()
                ? Optional.empty()
                : line.stream()
                        .filter(waiter -> waiter.share.atWork < bounds.share())
                        .min(Comparator.comparingInt((Waiter waiter) -> waiter.share.atWork)
                                .thenComparingLong(waiter -> waiter.share.lastTurn));
    }

    private void forget(K key, Share share) {
        if (share.atWork + share.waiting == 0) {
            shares.remove(key);
        }
    }

    synchronized int remembered() {
        return shares.size();
    }

    /**
     * The bounds.
     *
     * @param atOnce running turns, from 1
     * @param share running turns of one client, from 1
     * @param places running and waiting turns
     * @param placesShare running and waiting turns of one client
     * @param patience how long a client waits for its turn
     */
    public record Bounds(int atOnce, int share, int places, int placesShare, Duration patience) {}

    /** A running turn; it ends when it is closed, once. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    private static final class Share {
        private int atWork;
        private int waiting;
        private long lastTurn;
    }

    private final class Waiter {
        private final K key;
        private final Share share;
        private final CountDownLatch called = new CountDownLatch(1);

        private Waiter(K key, Share share) {
            this.key = key;
            this.share = share;
        }
    }
}
