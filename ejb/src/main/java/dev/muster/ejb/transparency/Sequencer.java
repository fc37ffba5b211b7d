package dev.muster.ejb.transparency;

import dev.muster.domain.transparency.Inclusion;
import dev.muster.domain.transparency.TiledTree;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseUnavailable;
import dev.muster.ejb.shared.ServerThreads;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Gives leaves their places in the log, in rounds. Whoever waits for a leaf starts a round at once, and all who wait
 * meanwhile share the next one. Otherwise a round begins each second if there is anything to do. Each server does this;
 * the database lets one at a time.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sequencer {

    /** Leaves that are older by so many ids wait for the next second, unless somebody waits for them. */
    private static final long LATE = 10_000;

    private static final Logger LOG = System.getLogger(Sequencer.class.getName());

    private final Map<Long, CompletableFuture<Inclusion>> waiting = new ConcurrentHashMap<>();

    private final AtomicBoolean isWorking = new AtomicBoolean();

    /** Whether the next round looks for leaves of any age: a transaction may commit long after it has made a leaf. */
    private final AtomicBoolean isAllWanted = new AtomicBoolean(true);

    /** Only the thread that works uses it. */
    private @Nullable TiledTree tree;

    /** The highest id of a leaf that has got a place here. Only the thread that works uses it. */
    private long newest;

    @EJB
    @SuppressWarnings("NullAway.Init")
    private SequencingTransaction rounds;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ServerThreads threads;

    /**
     * Waits until a leaf has its place. Call it after the commit of the leaf.
     *
     * @param id of the leaf
     * @return empty if it has no place after that time; it gets one later
     */
    public Optional<Inclusion> await(long id, Duration most) {
        CompletableFuture<Inclusion> inclusion = new CompletableFuture<>();
        waiting.put(id, inclusion);
        try {
            start();
            return Optional.of(inclusion.get(most.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "A leaf of the log has no place yet", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RuntimeException e) {
            report(e); // the act is recorded all the same, and gets its place later
            return Optional.empty();
        } finally {
            waiting.remove(id);
        }
    }

    /** Runs each second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "places of leaves in the log")
    public void tidy() {
        try {
            if (rounds.isPending()) {
                isAllWanted.set(true);
                start();
            }
        } catch (RuntimeException e) {
            report(e);
        }
    }

    private void start() {
        if (isWorking.compareAndSet(false, true)) {
            try {
                threads.execute(this::work);
            } catch (RuntimeException e) {
                isWorking.set(false);
                throw e;
            }
        }
    }

    private void work() {
        boolean goesOn = true;
        try {
            while (goesOn) {
                goesOn = round() || !waiting.isEmpty();
            }
        } catch (RuntimeException e) {
            tree = null;
            report(e);
            waiting.keySet().forEach(id -> giveUp(id, e));
        } finally {
            isWorking.set(false);
        }
        if (!waiting.isEmpty()) {
            start();
        }
    }

    private void giveUp(long id, RuntimeException failure) {
        CompletableFuture<Inclusion> one = waiting.remove(id);
        if (one != null) {
            one.completeExceptionally(failure);
        }
    }

    private boolean round() {
        Set<Long> awaited = Set.copyOf(waiting.keySet());
        long from = isAllWanted.getAndSet(false) ? 0 : oldest(newest, awaited);
        Round round = rounds.run(tree, from, awaited);
        tree = round.tree();
        newest = Math.max(newest, round.newest());
        round.inclusions().forEach((id, inclusion) -> {
            CompletableFuture<Inclusion> one = waiting.remove(id);
            if (one != null) {
                one.complete(inclusion);
            }
        });
        return round.goesOn();
    }

    /**
     * The lowest id that a round looks at.
     *
     * @param newest the highest id of a leaf that has got a place here
     * @param awaited a transaction may commit such a leaf long after newer ones
     */
    static long oldest(long newest, Set<Long> awaited) {
        return awaited.stream().mapToLong(Long::longValue).reduce(newest - LATE, Math::min);
    }

    private static void report(RuntimeException e) {
        if (DatabaseUnavailable.causes(e)) {
            LOG.log(Level.DEBUG, "The database is unavailable; leaves of the log wait for their places");
        } else {
            LOG.log(Level.ERROR, "Leaves of the transparency log wait for their places", e);
        }
    }
}
