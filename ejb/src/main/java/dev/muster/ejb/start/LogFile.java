package dev.muster.ejb.start;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that only its owner may read. If it has reached its size, it gets the time in its name and a new file
 * begins. {@link LogRetention} deletes old files.
 */
final class LogFile {

    /** As the server names its own old files. */
    private static final DateTimeFormatter OLD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

    private final Path file;
    private final long limit;
    private final Supplier<Instant> clock;

    private @Nullable OutputStream open;
    private long size;

    /** @param limit in bytes; the line that reaches it is the last one of its file */
    LogFile(Path file, long limit, Supplier<Instant> clock) {
        this.file = file;
        this.limit = limit;
        this.clock = clock;
    }

    /** Adds one line, which reaches the operating system before this returns. */
    synchronized void add(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        OutputStream target = open == null ? open() : open;
        target.write(bytes);
        size += bytes.length;
        if (size >= limit) {
            close();
            Files.move(file, file.resolveSibling(file.getFileName() + "_" + OLD.format(clock.get())));
        }
    }

    synchronized void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private OutputStream open() throws IOException {
        if (!Files.exists(file)) {
            create();
        }
        OutputStream opened = Files.newOutputStream(file, StandardOpenOption.APPEND);
        size = Files.size(file);
        open = opened;
        return opened;
    }

    private void create() throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(file.getParent(), posix ? only("rwx------") : new FileAttribute<?>[0]);
        Files.createFile(file, posix ? only("rw-------") : new FileAttribute<?>[0]);
    }

    private static FileAttribute<?>[] only(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
