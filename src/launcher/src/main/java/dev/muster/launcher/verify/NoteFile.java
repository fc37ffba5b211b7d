package dev.muster.launcher.verify;

import dev.muster.domain.transparency.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the signed note in a file. */
final class NoteFile {

    private NoteFile() {}

    /**
     * @param file a note; or an export or a receipt, which has the note in its member {@code checkpoint}
     * @return the note; nothing of it is verified
     */
    static String read(Path file) throws NotVerified, IOException {
        if (!beginsWithBrace(file)) {
            if (Files.size(file) > SignedNote.LONGEST) {
                throw new NotVerified("The file " + file + " is too long for a checkpoint.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        }
        try (ExportReader export = ExportReader.open(file)) {
            return export.header().note();
        } catch (NotVerified e) {
            return ReceiptCheck.log(file).text("checkpoint");
        }
    }

    private static boolean beginsWithBrace(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '{';
        }
    }
}
