package dev.muster.rest.transparency;

import dev.muster.domain.transparency.LoggedLeaf;
import dev.muster.ejb.transparency.Sequencer;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits for the proof that an act was recorded. */
@ApplicationScoped
public class Receipts {

    /** After this time a device gets its answer without the proof: the act is recorded all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Injected by {@code @EJB}, because CDI's reference to an enterprise bean costs an exception at each call. */
    @EJB
    private Sequencer sequencer;

    /**
     * The proof for a leaf that is committed.
     *
     * @param leaf may be null
     * @return null if there is no leaf, or no proof in time
     */
    public ReceiptJson of(LoggedLeaf leaf) {
        return leaf == null
                ? null
                : sequencer
                        .await(leaf.id(), PATIENCE)
                        .map(inclusion -> ReceiptJson.of(inclusion, leaf))
                        .orElse(null);
    }
}
