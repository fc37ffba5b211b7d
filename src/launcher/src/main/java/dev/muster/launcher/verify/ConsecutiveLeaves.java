package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.RootBuilder;
import dev.muster.launcher.verify.ExportReader.ExportedLeaf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some leaves of a log without a gap, each with its inclusion proof. The proof of the first leaf also has the hashes of
 * everything before it, so the root of an older checkpoint can be computed, as soon as the leaves have come to its size.
 */
final class ConsecutiveLeaves implements LeafCheck {

    private final Checkpoint checkpoint;
    private final OldRoot old;
    private long first;
    private @Nullable RootBuilder tree;

    ConsecutiveLeaves(Checkpoint checkpoint, Optional<Checkpoint> old) throws NotVerified {
        this.checkpoint = checkpoint;
        this.old = new OldRoot(checkpoint, old);
    }

    @Override
    public void take(ExportedLeaf leaf) throws NotVerified {
        ProvenLeaves.requireProof(leaf, checkpoint);
        if (tree == null) {
            first = leaf.index();
            tree = RootBuilder.before(leaf.index(), checkpoint.size(), leaf.proof());
            old.compare(tree);
        }
        if (leaf.index() != tree.size()) {
            throw new NotVerified(leaf.where() + " has the leaf " + leaf.index() + ", but the leaf " + tree.size()
                    + " has to come next: leaves are missing, or were added or swapped.");
        }
        tree.add(leaf.hash());
        old.compare(tree);
    }

    @Override
    public String end() throws NotVerified {
        if (tree == null) {
            throw new NotVerified("The file has no leaves.");
        }
        if (old.isMissing()) {
            throw new NotVerified(
                    "The file has the leaves " + first + " to " + (tree.size() - 1) + ". To compare it with the"
                            + " older checkpoint it has to begin at the first leaf that the older checkpoint does not have, or"
                            + " before.");
        }
        return "the file has every leaf from " + first + " to " + (tree.size() - 1) + " of " + LeafCheck.of(checkpoint)
                + "." + old.found();
    }
}
