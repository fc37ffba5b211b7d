package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Verifies that the log of a checkpoint begins with the log of an older checkpoint. */
final class ConsistencyCheck {

    private static final int LONGEST_PROOF = 1 << 20;

    private ConsistencyCheck() {}

    static String check(VerifyArguments arguments) throws NotVerified, WrongUse, IOException {
        Path tiles = arguments.option(VerifyArguments.TILES);
        Path proofFile = arguments.option(VerifyArguments.PROOF);
        if ((tiles == null) == (proofFile == null)) {
            throw new WrongUse("Give either --tiles or --proof.");
        }
        Checkpoint old = arguments.keys().checkpointOf(arguments.files().getFirst());
        Checkpoint checkpoint = arguments.keys().checkpointOf(arguments.files().getLast());
        requireOrder(old, checkpoint);
        List<byte[]> proof = proofFile != null ? proof(proofFile) : proof(tiles, old, checkpoint);
        if (!Proofs.consistent(old.size(), old.root(), checkpoint.size(), checkpoint.root(), proof)) {
            throw new NotVerified("The log with " + checkpoint.size() + " leaves does not begin with the log with "
                    + old.size()
                    + " leaves: the history was changed, or the log has two histories (a fork), or the proof"
                    + " is not the proof for these two sizes.");
        }
        return LeafCheck.of(checkpoint) + " begins with the log with " + old.size() + " leaves.";
    }

    private static void requireOrder(Checkpoint old, Checkpoint checkpoint) throws NotVerified {
        if (!old.origin().equals(checkpoint.origin())) {
            throw new NotVerified(
                    "The checkpoints are of two logs: " + old.origin() + " and " + checkpoint.origin() + ".");
        }
        if (old.size() > checkpoint.size()) {
            throw new NotVerified("The first checkpoint has " + old.size() + " leaves, and the second only "
                    + checkpoint.size() + ": give the older one first. If it is first, the log has lost leaves.");
        }
        if (old.size() == checkpoint.size() && !Arrays.equals(old.root(), checkpoint.root())) {
            throw new NotVerified("Two checkpoints with " + old.size()
                    + " leaves have two roots: the log has two histories (a fork).");
        }
    }

    private static List<byte[]> proof(Path file) throws NotVerified, IOException {
        if (Files.size(file) > LONGEST_PROOF) {
            throw new NotVerified("The file " + file + " is too long for a proof.");
        }
        return JsonFields.parse("The file " + file, Files.readAllBytes(file)).hashes("hashes");
    }

    /** The proof by the tiles of the newer checkpoint. */
    private static List<byte[]> proof(@Nullable Path directory, Checkpoint old, Checkpoint checkpoint)
            throws NotVerified {
        TileDirectory tiles = new TileDirectory(Objects.requireNonNull(directory), checkpoint.size());
        try {
            if (!Arrays.equals(Proofs.root(checkpoint.size(), tiles), checkpoint.root())) {
                throw new NotVerified(
                        "The tiles do not give the root of the newer checkpoint: a tile was changed, or the"
                                + " tiles are of another history.");
            }
            return Proofs.consistency(old.size(), checkpoint.size(), tiles);
        } catch (TileDirectory.Unreadable e) {
            throw new NotVerified(e.getMessage());
        }
    }
}
