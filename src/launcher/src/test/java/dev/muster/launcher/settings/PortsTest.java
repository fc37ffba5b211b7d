package dev.muster.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithThePropertyThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Addresses addresses = new Addresses(
                    1, port, 1, 1, 0, 0, 0, "127.0.0.1", "127.0.0.1", "https://localhost", "https://localhost:1");
            assertThatThrownBy(() -> Ports.requireFree(addresses))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessage("Port %d is taken: choose another with -Dmuster.https-port=<port> or MUSTER_HTTPS_PORT."
                            .formatted(port));
        }
    }

    @Test
    void aPortIsFreeOnceItsOwnerIsGone() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThat(Ports.isFree("127.0.0.1", port)).isFalse();
        }
        assertThat(Ports.isFree("127.0.0.1", port)).isTrue();
    }
}
