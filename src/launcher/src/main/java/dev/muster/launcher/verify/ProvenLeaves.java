package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Proofs;
import dev.muster.launcher.verify.ExportReader.ExportedLeaf;

/** Some leaves of a log, each with its inclusion proof. That no leaf is missing between them is not proven. */
final class ProvenLeaves implements LeafCheck {

    private final Checkpoint checkpoint;
    private final String scope;
    private long last = -1;
    private long count;

    ProvenLeaves(Checkpoint checkpoint, String scope) {
        this.checkpoint = checkpoint;
        this.scope = scope;
    }

    @Override
    public void take(ExportedLeaf leaf) throws NotVerified {
        if (leaf.index() <= last) {
            throw new NotVerified(leaf.where() + " has the leaf " + leaf.index() + " after the leaf " + last
                    + ": a leaf was added, or leaves were swapped.");
        }
        requireProof(leaf, checkpoint);
        last = leaf.index();
        count++;
    }

    @Override
    public String end() {
        return "each of the " + count + " leaves in the file (" + scope + ") is in " + LeafCheck.of(checkpoint)
                + ". The file does not prove that it has every leaf of its kind.";
    }

    static void requireProof(ExportedLeaf leaf, Checkpoint checkpoint) throws NotVerified {
        if (!Proofs.includes(leaf.hash(), leaf.index(), checkpoint.size(), leaf.proof(), checkpoint.root())) {
            throw new NotVerified(leaf.where() + ": the log does not have this leaf at the index " + leaf.index()
                    + ". The content, the salt, the index or the proof was changed.");
        }
    }
}
