package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.RootBuilder;
import dev.muster.launcher.verify.ExportReader.ExportedLeaf;
import java.util.Arrays;
import java.util.Optional;

/** All leaves of a log: they give the root of its checkpoint, and on the way the root of an older checkpoint. */
final class CompleteLeaves implements LeafCheck {

    private final Checkpoint checkpoint;
    private final OldRoot old;
    private final RootBuilder tree = new RootBuilder();

    CompleteLeaves(Checkpoint checkpoint, Optional<Checkpoint> old) throws NotVerified {
        this.checkpoint = checkpoint;
        this.old = new OldRoot(checkpoint, old);
        this.old.compare(tree);
    }

    @Override
    public void take(ExportedLeaf leaf) throws NotVerified {
        if (leaf.index() > tree.size()) {
            throw new NotVerified(leaf.where() + " has the leaf " + leaf.index() + ", but the leaf " + tree.size()
                    + " has to come next: a leaf is missing, or leaves were swapped.");
        }
        if (leaf.index() < tree.size()) {
            throw new NotVerified(leaf.where() + " has the leaf " + leaf.index()
                    + ", which has come before: a leaf was added, or leaves were swapped.");
        }
        if (leaf.index() == checkpoint.size()) {
            throw new NotVerified(leaf.where() + " has the leaf " + leaf.index() + ", but the checkpoint has only "
                    + checkpoint.size() + " leaves: leaves were added.");
        }
        tree.add(leaf.hash());
        old.compare(tree);
    }

    @Override
    public String end() throws NotVerified {
        if (tree.size() < checkpoint.size()) {
            throw new NotVerified("The file has " + tree.size() + " leaves, and the checkpoint has " + checkpoint.size()
                    + ": the file is truncated, or leaves were removed at the end.");
        }
        if (!Arrays.equals(tree.root(), checkpoint.root())) {
            throw new NotVerified("The leaves do not give the root of the checkpoint. At least one leaf was changed, or"
                    + " leaves were removed, added or swapped and numbered again." + old.hint());
        }
        return "the file has every leaf of " + LeafCheck.of(checkpoint) + "." + old.found();
    }
}
