package dev.muster.mqtt.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The client id of this server at the broker. It stays the same when the server starts again, so that the broker keeps
 * the messages of its session meanwhile. It is in a file of the data directory, and each server has its own.
 */
final class ClientName {

    private static final String FILE = "broker-client-id";

    private static final Pattern NAME = Pattern.compile("muster-[0-9a-f-]{36}");

    private ClientName() {}

    static String in(Path data) throws IOException {
        Path file = data.resolve(FILE);
        String name = Files.exists(file) ? Files.readString(file).strip() : "";
        return NAME.matcher(name).matches() ? name : make(file);
    }

    /** A crash leaves the whole file or none. */
    private static String make(Path file) throws IOException {
        String name = "muster-" + UUID.randomUUID();
        Path written = Files.writeString(file.resolveSibling(FILE + ".new"), name);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return name;
    }
}
