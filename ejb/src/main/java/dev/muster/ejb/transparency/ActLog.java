package dev.muster.ejb.transparency;

import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.transparency.LoggedLeaf;
import dev.muster.domain.transparency.NewLeaf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * Records acts in the transparency log, in the transaction of the act: if that is rolled back, there is no leaf. The
 * leaf gets its place after the commit ({@link Sequencer}). An act costs one insert.
 */
@ApplicationScoped
public class ActLog {

    /** Only the benchmark sets it, to measure what the log costs (src/bench, {@code log}). */
    private static final String WITHOUT_LOG = "muster.bench.without-log";

    private static final Logger LOG = System.getLogger(ActLog.class.getName());

    private static final boolean IS_OFF = Boolean.getBoolean(WITHOUT_LOG);

    static {
        if (IS_OFF) {
            LOG.log(Level.ERROR, "The transparency log is switched off for a measurement: acts are not recorded");
        }
    }

    @Inject
    private LeafRepository leaves;

    @Inject
    private SecureRandom random;

    @Inject
    private Clock clock;

    /** Records an act of the running transaction. */
    public void record(LoggedAct act) {
        if (!IS_OFF) {
            leaves.add(leaf(act));
        }
    }

    /**
     * The same, for an act whose answer has the proof that it was recorded.
     *
     * @return the leaf; empty if the log is switched off for a measurement
     */
    public Optional<LoggedLeaf> recordForReceipt(LoggedAct act) {
        if (IS_OFF) {
            return Optional.empty();
        }
        NewLeaf leaf = leaf(act);
        return Optional.of(new LoggedLeaf(leaves.addKnown(leaf), leaf.salt(), leaf.content()));
    }

    private NewLeaf leaf(LoggedAct act) {
        return NewLeaf.of(act, clock.instant(), random);
    }
}
