package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.launcher.verify.ExportReader.ExportedLeaf;
import java.util.Base64;

/** Takes the leaves of an export one after the other, and judges them. */
interface LeafCheck {

    /** @throws NotVerified if the log does not have this leaf, or the leaf is not the one that has to come next */
    void take(ExportedLeaf leaf) throws NotVerified;

    /**
     * After the last leaf.
     *
     * @return what is verified, in sentences
     * @throws NotVerified if something is missing, or the leaves do not belong together
     */
    String end() throws NotVerified;

    /** Names a checkpoint in a sentence. */
    static String of(Checkpoint checkpoint) {
        return "the log " + checkpoint.origin() + " with " + checkpoint.size() + " leaves and the root "
                + Base64.getEncoder().encodeToString(checkpoint.root());
    }
}
