package dev.muster.mqtt.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The client id of this server at the broker. It stays the same when the server starts again, so that the broker keeps
 * the messages of its session meanwhile. It is in a file of the data directory, and each server has its own.
 */
final class ClientName {

    private static final String FILE = "broker-client-id";

    private ClientName() {}

    static String in(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            Files.writeString(file, "muster-" + UUID.randomUUID());
        }
        return Files.readString(file).strip();
    }
}
