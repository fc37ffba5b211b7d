package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Hashes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line, so that its length does not matter. */
final class ExportReader implements AutoCloseable {

    /** A leaf with its proof needs some 2,000 bytes. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final Path file;
    private final Header header;
    private long line;

    private ExportReader(Path file, InputStream in) throws NotVerified, IOException {
        this.file = file;
        this.in = in;
        byte[] first = nextLine();
        if (first == null) {
            throw new NotVerified("The file " + file + " is empty.");
        }
        JsonFields fields = JsonFields.parse(where(), first);
        this.header = new Header(fields.text("checkpoint"), fields.text("scope"), fields.flag("complete"));
    }

    static ExportReader open(Path file) throws NotVerified, IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new ExportReader(file, in);
        } catch (NotVerified | IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    Header header() {
        return header;
    }

    /** The next leaf; empty at the end of the file. */
    Optional<ExportedLeaf> next() throws NotVerified, IOException {
        byte[] text = nextLine();
        if (text == null) {
            return Optional.empty();
        }
        JsonFields fields = JsonFields.parse(where(), text);
        List<byte[]> proof = header.complete() ? List.of() : fields.hashes("proof");
        boolean isDeleted = fields.has("entry");
        if (header.complete()) {
            fields.requireOnly(isDeleted ? Set.of("index", "entry") : Set.of("index", "salt", "leaf"));
        } else {
            fields.requireOnly(
                    isDeleted ? Set.of("index", "entry", "proof") : Set.of("index", "salt", "leaf", "proof"));
        }
        byte[] entry = isDeleted ? fields.hash("entry") : Hashes.entry(fields.hash("salt"), fields.text("leaf"));
        return Optional.of(new ExportedLeaf(where(), fields.number("index"), Hashes.leaf(entry), isDeleted, proof));
    }

    private String where() {
        return "Line " + line;
    }

    private byte @Nullable [] nextLine() throws NotVerified, IOException {
        line++;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && text.size() == 0) {
                return null;
            }
            if (next < 0) {
                throw new NotVerified("The file ends within line " + line + ": it is truncated.");
            }
            if (text.size() == LONGEST_LINE) {
                throw new NotVerified("Line " + line + " is too long for a leaf.");
            }
            text.write(next);
        }
        return text.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * The first line.
     *
     * @param note the checkpoint, not verified
     * @param scope whose leaves: {@code all}, or a tenant
     * @param complete whether the file has all leaves of the log
     */
    record Header(String note, String scope, boolean complete) {}

    /**
     * A leaf in the file.
     *
     * @param where names its line, at the beginning of a sentence
     * @param hash of the leaf, computed from the line
     * @param deleted whether its content was deleted
     * @param proof its inclusion proof; empty in a complete export
     */
    record ExportedLeaf(String where, long index, byte[] hash, boolean deleted, List<byte[]> proof) {}
}
