package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Verifies what a device got when it was created: that the log has this act. */
final class ReceiptCheck {

    private static final int LONGEST = 1 << 20;

    private ReceiptCheck() {}

    static String check(VerifyArguments arguments) throws NotVerified, IOException {
        Path file = arguments.files().getFirst();
        JsonFields log = log(file);
        Checkpoint checkpoint = arguments.keys().open(log.text("checkpoint"), file);
        long index = log.number("index");
        if (log.number("size") != checkpoint.size()) {
            throw new NotVerified("The receipt is for a log with " + log.number("size")
                    + " leaves, and its checkpoint has " + checkpoint.size() + " leaves.");
        }
        String leaf = log.text("leaf");
        byte[] hash = Hashes.leaf(Hashes.entry(log.hash("salt"), leaf));
        if (!Proofs.includes(hash, index, checkpoint.size(), log.hashes("hashes"), checkpoint.root())) {
            throw new NotVerified("The log does not have this leaf at the index " + index
                    + ". The content, the salt, the index or the proof was changed.");
        }
        return "the leaf " + index + " is in " + LeafCheck.of(checkpoint) + ": " + leaf;
    }

    /** The member {@code log} of an answer, or the file if it is this member alone. */
    static JsonFields log(Path file) throws NotVerified, IOException {
        if (Files.size(file) > LONGEST) {
            throw new NotVerified("The file " + file + " is too long for a receipt.");
        }
        JsonFields answer = JsonFields.parse("The file " + file, Files.readAllBytes(file));
        return answer.has("log") ? answer.inner("log") : answer;
    }
}
