package dev.muster.mqtt.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client id of a server at the broker stays the same. */
class ClientNameTest {

    @TempDir
    private Path data;

    @Test
    void theNameIsMadeOnce() throws IOException {
        String name = ClientName.in(data);
        assertThat(name).matches("muster-[0-9a-f-]{36}");
        assertThat(ClientName.in(data)).isEqualTo(name);
        assertThat(data).isDirectoryContaining(file -> file.endsWith("broker-client-id"));
    }

    @Test
    void anEmptyFileIsReplaced() throws IOException {
        Files.writeString(data.resolve("broker-client-id"), "");
        String name = ClientName.in(data);
        assertThat(name).isNotEmpty();
        assertThat(ClientName.in(data)).isEqualTo(name);
    }
}
