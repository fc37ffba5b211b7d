package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.RootBuilder;
import java.util.Arrays;
import java.util.Optional;

/** An older checkpoint that the same log must have passed, if the caller has given one. */
final class OldRoot {

    private final Optional<Checkpoint> old;
    private boolean passed;

    /** @throws NotVerified if the checkpoint cannot be older */
    OldRoot(Checkpoint checkpoint, Optional<Checkpoint> old) throws NotVerified {
        this.old = old;
        if (old.isPresent() && !old.get().origin().equals(checkpoint.origin())) {
            throw new NotVerified(
                    "The older checkpoint is of another log: " + old.get().origin() + ".");
        }
        if (old.isPresent() && old.get().size() > checkpoint.size()) {
            throw new NotVerified("The older checkpoint has " + old.get().size()
                    + " leaves, and the checkpoint of the file" + " only " + checkpoint.size()
                    + ": it is older than the older checkpoint, or the log has lost leaves.");
        }
    }

    /** Compares the roots if the tree has as many leaves as the older checkpoint. */
    void compare(RootBuilder tree) throws NotVerified {
        if (old.isEmpty() || old.get().size() != tree.size()) {
            return;
        }
        if (!Arrays.equals(old.get().root(), tree.root())) {
            throw new NotVerified(
                    "The first " + tree.size() + " leaves do not give the root of the older checkpoint: the"
                            + " history was changed, or the log has two histories (a fork).");
        }
        passed = true;
    }

    /** Whether the leaves did not pass the older checkpoint. */
    boolean isMissing() {
        return old.isPresent() && !passed;
    }

    /** What is known of the place of a change. */
    String hint() {
        return passed ? " The first " + old.orElseThrow().size() + " leaves are those of the older checkpoint." : "";
    }

    /** What is verified. */
    String found() {
        return passed
                ? " It goes on from the older checkpoint with "
                        + old.orElseThrow().size() + " leaves."
                : "";
    }
}
