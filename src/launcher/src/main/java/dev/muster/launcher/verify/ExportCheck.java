package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.launcher.verify.ExportReader.ExportedLeaf;
import java.io.IOException;
import java.util.Optional;

/** Verifies an export, leaf by leaf. */
final class ExportCheck {

    private ExportCheck() {}

    /** Verifies that the log has each leaf of the file, and if the file is complete that the log has no other leaf. */
    static String export(VerifyArguments arguments) throws NotVerified, WrongUse, IOException {
        try (ExportReader export = ExportReader.open(arguments.files().getFirst())) {
            Checkpoint checkpoint = arguments.keys().open(export.header().note(), export.file());
            Optional<Checkpoint> old = arguments.old();
            if (export.header().complete()) {
                return check(export, new CompleteLeaves(checkpoint, old));
            }
            if (old.isPresent()) {
                throw new WrongUse("An export that is not complete can be compared with an older checkpoint only as a"
                        + " range.");
            }
            return check(export, new ProvenLeaves(checkpoint, export.header().scope()));
        }
    }

    /** Verifies that the file has each leaf of the log from its first leaf to its last leaf. */
    static String range(VerifyArguments arguments) throws NotVerified, WrongUse, IOException {
        try (ExportReader export = ExportReader.open(arguments.files().getFirst())) {
            Checkpoint checkpoint = arguments.keys().open(export.header().note(), export.file());
            Optional<Checkpoint> old = arguments.old();
            return check(
                    export,
                    export.header().complete()
                            ? new CompleteLeaves(checkpoint, old)
                            : new ConsecutiveLeaves(checkpoint, old));
        }
    }

    private static String check(ExportReader export, LeafCheck check) throws NotVerified, IOException {
        long deleted = 0;
        for (Optional<ExportedLeaf> leaf = export.next(); leaf.isPresent(); leaf = export.next()) {
            check.take(leaf.get());
            deleted += leaf.get().deleted() ? 1 : 0;
        }
        String result = check.end();
        return deleted == 0 ? result : result + " The content of " + deleted + " of them was deleted.";
    }
}
