package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.SignedNote;
import dev.muster.domain.transparency.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys that the caller trusts. Keys in a file count for nothing: whoever changes a file can change its keys, too.
 *
 * @param keys at least one
 */
record TrustedKeys(List<VerifierKey> keys) {

    /**
     * The checkpoint of a note.
     *
     * @param where names the file in a sentence
     * @throws NotVerified if none of the keys has signed it, or a signature of one of them is not valid
     */
    Checkpoint open(String note, Path where) throws NotVerified {
        return SignedNote.open(note, keys).orElseThrow(() -> new NotVerified(reason(note, where)));
    }

    /** The checkpoint in a file: a note, an export or a receipt. */
    Checkpoint checkpointOf(Path file) throws NotVerified, IOException {
        return open(NoteFile.read(file), file);
    }

    private String reason(String note, Path where) {
        Checkpoint claimed;
        try {
            claimed = Checkpoint.parse(note);
        } catch (IllegalArgumentException e) {
            return "The checkpoint in " + where + " is not in the form of a checkpoint.";
        }
        List<String> logs = keys.stream().map(VerifierKey::name).distinct().toList();
        if (!logs.contains(claimed.origin())) {
            return "The checkpoint in " + where + " is of another log: " + claimed.origin() + ". The key is of "
                    + String.join(", ", logs) + ".";
        }
        if (keys.stream().anyMatch(key -> SignedNote.open(note, key).isPresent())) {
            return "The checkpoint in " + where + " has a valid signature of a key, but its signature of another key"
                    + " is not valid. The checkpoint was changed.";
        }
        return "The checkpoint in " + where + " has no valid signature of the key "
                + keys.stream().map(VerifierKey::text).collect(Collectors.joining(" or "))
                + ". The checkpoint was changed, or the log has another key.";
    }
}
