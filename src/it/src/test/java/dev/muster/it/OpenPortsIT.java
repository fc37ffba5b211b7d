package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server listens on the ports of operations.md and on no other (proc(5), as {@code ss -ltnp} reads it). */
class OpenPortsIT {

    /** A row of the table of settings. */
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(muster\\.[a-z]+-port)` \\|");

    /** Local address and port in hexadecimal, state LISTEN, and the socket's number. */
    private static final Pattern LISTENING =
            Pattern.compile("\\d+: ([0-9A-F]+):([0-9A-F]{4}) \\S+ 0A \\S+ \\S+ \\S+ +\\d+ +\\d+ (\\d+) .*");

    private final MusterServer server = Database.POSTGRESQL.server();

    @Test
    void areThoseOfTheDocument() throws IOException {
        assertThat(listening(false)).isEqualTo(documented());
    }

    /** The tests' servers bind loopback, as the setting says; the administration binds nothing else anywhere. */
    @Test
    void noneIsOpenBeyondWhatWasBound() throws IOException {
        assertThat(listening(true)).isEmpty();
    }

    /** Payara itself left one closed, once in some hundred starts. */
    @ParameterizedTest
    @CsvSource({"http-listener-2, muster.https-port", "device-listener, muster.device-port"})
    void aPortThatPayaraLeftClosedIsOpened(String listener, String port) throws IOException {
        server.closeListener(listener);
        assertThat(listening(false)).doesNotContain(server.port(port));

        server.awaitReady();

        assertThat(listening(false)).isEqualTo(documented());
        server.nobody().get("/health/ready").expect(200);
        server.onDevicePort().get("/api/v1/pki/root.pem").expect(404);
    }

    private Set<Integer> documented() throws IOException {
        String operations = Files.readString(Path.of(System.getProperty("muster.home"), "src/docs/operations.md"));
        Set<Integer> ports = new TreeSet<>();
        Matcher rows = DOCUMENTED.matcher(operations);
        while (rows.find()) {
            // MQTT without TLS is only for the demonstration run
            if (!rows.group(1).equals("muster.mqtt-port")) {
                ports.add(server.port(rows.group(1)));
            }
        }
        assertThat(ports).as("ports that operations.md documents").hasSize(5);
        return ports;
    }

    /** @param isBeyond only those that other machines reach */
    private Set<Integer> listening(boolean isBeyond) throws IOException {
        Set<String> sockets = sockets();
        Set<Integer> ports = new TreeSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "net", table))) {
                Matcher entry = LISTENING.matcher(line.strip());
                if (entry.matches() && sockets.contains(entry.group(3)) && !(isBeyond && isLoopback(entry.group(1)))) {
                    ports.add(Integer.parseInt(entry.group(2), 16));
                }
            }
        }
        return ports;
    }

    /** In the order of the machine's bytes, also as the last four bytes of an IPv6 address. */
    private static boolean isLoopback(String address) {
        String upper = address.toUpperCase(Locale.ROOT);
        return upper.endsWith("7F") && (upper.length() == 8 || upper.contains("FFFF0000"))
                || upper.equals("00000000000000000000000001000000");
    }

    private Set<String> sockets() throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            for (Path file : files.toList()) {
                Matcher socket = Pattern.compile("socket:\\[(\\d+)]").matcher(link(file));
                if (socket.matches()) {
                    sockets.add(socket.group(1));
                }
            }
        }
        return sockets;
    }

    private static String link(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
