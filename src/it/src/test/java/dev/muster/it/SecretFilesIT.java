package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A production start whose secrets are files of a secret manager, with an access log; only its user can read its files. */
class SecretFilesIT {

    private static final String KEY =
            Base64.getEncoder().encodeToString("only for the test of the files!!".getBytes(StandardCharsets.US_ASCII));

    private static final String ADMINISTRATOR = "only in a file, with blanks in it";

    @TempDir
    static Path secrets;

    private static MusterServer server;
    private static ApiClient administrator;

    @BeforeAll
    static void start() throws IOException {
        String name = "files_" + UUID.randomUUID().toString().replace('-', '_');
        Database.postgres().createDatabase(name);
        Map<String, String> settings = new HashMap<>(Database.postgres().settings(name));
        settings.put("muster.access-log", "true");
        for (String inFile : List.of("muster.master-key", "muster.db.password", "muster.db.owner.password")) {
            settings.put(inFile, "");
        }
        settings.put("muster.master-key-file", file("master-key", KEY + "\n"));
        settings.put("muster.db.password-file", file("db", Postgres.PASSWORD + "\r\n"));
        settings.put("muster.db.owner.password-file", file("db-owner", Postgres.PASSWORD));
        settings.put("muster.admin.password-file", file("admin", ADMINISTRATOR + "\n"));
        server = Database.POSTGRESQL.start(name, settings);
        administrator = server.nobody()
                .basic(System.getenv("MUSTER_ADMIN_USERNAME"), ADMINISTRATOR)
                .withNewToken();
    }

    @AfterAll
    static void end() {
        server.kill();
    }

    @Test
    void theServerWorksWithThem() {
        administrator.get("/api/v1/users").expect(200);
        server.nobody().get("/health/ready").expect(200);
    }

    /** Other programs of the same user can read the environment of a process, and its children have it. */
    @Test
    void noSecretIsInTheEnvironmentOrOnTheCommandLine() throws IOException {
        for (String place : List.of("environ", "cmdline")) {
            String text =
                    Files.readString(Path.of("/proc", Long.toString(server.pid()), place), StandardCharsets.ISO_8859_1);
            assertThat(text)
                    .contains("muster")
                    .doesNotContain(KEY)
                    .doesNotContain(ADMINISTRATOR)
                    .doesNotContain("_PASSWORD=" + Postgres.PASSWORD)
                    .doesNotContain("MUSTER_DB_OWNER_PASSWORD");
        }
    }

    @Test
    void onlyItsUserReadsWhatTheServerWrites() throws IOException {
        administrator.get("/api/v1/users").expect(200);
        assertThat(open(server)).isEmpty();
        assertThat(server.locations().data().resolve("logs/security.log")).exists();
        assertThat(server.locations().data().resolve("tls/server.p12")).exists();
        assertThat(server.locations().logFile()).exists();
        assertThat(server.locations().consoleFile()).exists();
        assertThat(server.locations().work().resolve("domains/muster/config/domain.xml"))
                .exists();
    }

    @Test
    void theFilesOfTheEmbeddedDatabaseAreTheOwnersToo() throws IOException {
        MusterServer h2 = Database.H2.server();
        assertThat(h2.locations().data().resolve("master.key")).exists();
        assertThat(open(h2)).isEmpty();
    }

    @Test
    void theAccessLogHasRequestsWithoutQueriesHeadersAndNames() throws IOException {
        String mark = "mark" + UUID.randomUUID();
        administrator.get("/api/v1/users?search=" + mark).expect(200);
        server.nobody().get("/api/v1/" + mark + "%0a%1b%5b2J").expect(404);

        String line = Await.until(
                        Duration.ofSeconds(30),
                        () -> accessLog().filter(entry -> entry.contains(mark)).toList(),
                        lines -> !lines.isEmpty())
                .getFirst();
        assertThat(line)
                .matches(
                        "\"127\\.0\\.0\\.1\" \"\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000\" \"GET\" \"/api/v1/"
                                + mark + "%0a%1b%5b2J\" \"HTTP/1.1\" 404 \\d+ \"?\\d+\"? ?");
        assertThat(accessLog())
                .anyMatch(entry -> entry.contains("\"/api/v1/users\""))
                .noneMatch(entry -> entry.contains("search=") || entry.contains("muster_"));
        assertThat(String.join("", accessLog().toList())).doesNotContainPattern("\\p{Cc}");
    }

    private static Stream<String> accessLog() {
        try (Stream<Path> files = Files.list(server.locations().logFile().getParent())) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().startsWith("server_access_log."))
                    .toList();
            StringBuilder text = new StringBuilder();
            for (Path log : logs) {
                text.append(Files.readString(log));
            }
            return text.toString().lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What others may read or enter, but for what the tests themselves put there. */
    private static List<String> open(MusterServer server) throws IOException {
        try (Stream<Path> work = Files.walk(server.locations().work());
                Stream<Path> data = Files.walk(server.locations().data())) {
            return Stream.concat(work, data)
                    .filter(file -> !file.endsWith("device-root.pem") && !Files.isSymbolicLink(file))
                    .map(file -> permissions(file) + " " + file)
                    .filter(file -> !file.startsWith("------", 3) && !file.startsWith("gone"))
                    .toList();
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            return "gone";
        }
    }

    private static String file(String name, String content) throws IOException {
        Path file = Files.writeString(secrets.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        return file.toString();
    }
}
