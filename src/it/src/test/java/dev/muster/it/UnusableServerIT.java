package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both samples stop at a server that they cannot use, before any device is let go, and say which and why. */
class UnusableServerIT {

    private static final Path SAMPLES = Path.of(System.getProperty("muster.home"), "src/samples");

    private static final String SERVER_AUTH = "extendedKeyUsage=serverAuth\n";

    @TempDir
    Path directory;

    private DeviceCa trusted;

    /** The programs, with what they are given after their options. */
    enum Sample {
        SCRIPT(SAMPLES.resolve("provision.sh").toString()),
        SIMULATOR(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                SAMPLES.resolve("Simulator.java").toString());

        private final List<String> program;

        Sample(String... program) {
            this.program = List.of(program);
        }

        /** @return what it says; it ends with exit code 2 */
        String refuses(Path directory, String url, Path root) throws Exception {
            Stream<String> last = this == SCRIPT ? Stream.of("001017001000374") : Stream.of("devices.csv");
            Stream<String> options = Stream.of("--url", url, "--cacert", root.toString(), "A".repeat(26));
            List<String> command = Stream.of(program.stream(), options, last)
                    .flatMap(words -> words)
                    .toList();
            Command.Result result = Command.of(directory, command.toArray(String[]::new))
                    .with("MUSTER_ACCESS_TOKEN", "for no server")
                    .run();
            String said = result.output();
            assertThat(result.code()).as(said).isEqualTo(2);
            assertThat(said).doesNotContain("Exception", "\tat ", "for no server");
            return said;
        }
    }

    @BeforeEach
    void makeWhatTheSamplesNeed() throws Exception {
        trusted = DeviceCa.stranger(directory);
        Files.writeString(
                directory.resolve("muster.key"), trusted.device("/CN=1", 1).key());
        Files.writeString(directory.resolve("devices.csv"), "uniqueIdentifier\n001017001000374\n");
    }

    @ParameterizedTest
    @EnumSource
    void nothingListens(Sample sample) throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        assertNamed(sample, "https://localhost:" + free, "nothing answers there");
    }

    @ParameterizedTest
    @EnumSource
    void noSuchHost(Sample sample) throws Exception {
        assertNamed(sample, "https://muster.invalid:8181", "there is no host of this name");
    }

    @ParameterizedTest
    @EnumSource
    void theHttpPort(Sample sample) throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread answering = new Thread(() -> answerPlainly(plain), "plain-server");
            answering.setDaemon(true);
            answering.start();
            assertNamed(sample, "https://localhost:" + plain.getLocalPort(), "is it the https port?");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressWithoutTls(Sample sample) throws Exception {
        for (String url :
                List.of("http://localhost:8080", "localhost:8181", "https://", "https://localhost:8181/login")) {
            assertThat(sample.refuses(directory, url, trusted.certificateFile()))
                    .contains("--url takes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherRoot(Sample sample) throws Exception {
        CertifiedDevice own =
                DeviceCa.stranger(directory).device("/CN=x", 5, SERVER_AUTH + "subjectAltName=DNS:localhost\n");
        assertPosing(sample, own, "certificate is not trusted");
    }

    @ParameterizedTest
    @EnumSource
    void anotherHostName(Sample sample) throws Exception {
        assertPosing(
                sample,
                trusted.device("/CN=x", 5, SERVER_AUTH + "subjectAltName=DNS:muster.example\n"),
                "for another host name");
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredCertificate(Sample sample) throws Exception {
        assertPosing(
                sample, trusted.device("/CN=x", -1, SERVER_AUTH + "subjectAltName=DNS:localhost\n"), "has expired");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsNotMuster(Sample sample) throws Exception {
        assertPosing(
                sample,
                trusted.device("/CN=x", 5, SERVER_AUTH + "subjectAltName=DNS:localhost\n"),
                "HTTP 200, and not as Muster does");
    }

    @ParameterizedTest
    @EnumSource
    void noRootFile(Sample sample) throws Exception {
        Path absent = directory.resolve("absent.pem");
        assertThat(sample.refuses(directory, "https://localhost:1", absent)).contains(absent.toString());
        Path garbled = Files.writeString(directory.resolve("garbled.pem"), "nothing of the kind");
        assertThat(sample.refuses(directory, "https://localhost:1", garbled)).contains(garbled.toString(), "in PEM");
    }

    private void assertPosing(Sample sample, CertifiedDevice own, String cause) throws Exception {
        try (PosingServer server = PosingServer.start(own.key(), own.certificate())) {
            assertNamed(sample, "https://localhost:" + server.port(), cause);
        }
    }

    private void assertNamed(Sample sample, String url, String cause) throws Exception {
        Path root = trusted.certificateFile();
        assertThat(sample.refuses(directory, url, root)).contains(url, root.toString(), cause);
    }

    private static void answerPlainly(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket client = plain.accept()) {
                client.getInputStream().read(new byte[512]);
                client.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException over) {
                // the next client comes, or the test is over
            }
        }
    }
}
