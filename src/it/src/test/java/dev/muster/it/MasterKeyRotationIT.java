package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.launcher.bootstrap.Databases;
import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.keys.KeyCommands;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The operator gives the platform another master key. */
@Tag("endurance")
@OnBothDatabases
class MasterKeyRotationIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ROTATE = "rotate-master-key";
    private static final int SECRETS = 4_000;
    private static final int KILLS = 6;

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private final Map<String, String> settings = new HashMap<>();
    private final String first = KeyEncryption.newMasterKey(RANDOM);
    private final String second = KeyEncryption.newMasterKey(RANDOM);
    private String name;

    @BeforeEach
    void chooseADatabase() {
        settings.put("muster.data-dir", directory.resolve("data").toString());
        if (database == Database.POSTGRESQL) {
            name = "keys_" + UUID.randomUUID().toString().replace('-', '_');
            Database.postgres().createDatabase(name);
            settings.putAll(Database.postgres().settings(name));
        }
    }

    /** Each kill comes a little later in the work than the one before; afterwards one key opens everything. */
    @Test
    void aKillInTheMiddleLeavesEverythingUnderOneKey() throws Exception {
        prepare(first);
        addSecrets();
        String present = first;
        String next = second;
        int rotated = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            killedAfter(kill * 60L, present, next);
            String found = keyOfAll();
            rotated += found.equals(next) ? 1 : 0;
            next = found.equals(next) ? present : next;
            present = found;
        }
        System.out.printf("%s: of %d kills %d came after the commit%n", database, KILLS, rotated);
        assertThat(rotated).isLessThan(KILLS);
        String report = rotate(present, next);
        assertThat(report).contains("4003 secrets are now encrypted under the new master key");
        assertThat(keyOfAll()).isEqualTo(next);
        prepare(next);
        String old = present;
        assertThatThrownBy(() -> prepare(old))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("another master key");
        assertThat(rotate(old, next)).contains("0 secrets", "4003 were before");
    }

    @Test
    void aKeyThatIsNotThePresentOneChangesNothing() throws Exception {
        prepare(first);
        String wrong = KeyEncryption.newMasterKey(RANDOM);
        assertThatThrownBy(() -> rotate(wrong, second))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("Nothing was changed");
        assertThatThrownBy(() -> rotate(first, first)).isInstanceOf(LaunchFailure.class);
        assertThatThrownBy(() -> rotate(first, "short")).isInstanceOf(LaunchFailure.class);
        assertThat(keyOfAll()).isEqualTo(first);
    }

    /** Without a set key the file has it; an interrupted rotation is finished by the next. */
    @Test
    void onH2TheNewKeyIsInTheFile() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(database == Database.H2);
        new PlatformBootstrap(java.util.Optional.empty()).prepare(server());
        Path file = directory.resolve("data/master.key");
        String before = Files.readString(file);
        command(Map.of());
        String after = Files.readString(file);
        assertThat(after).isNotEqualTo(before);
        new PlatformBootstrap(java.util.Optional.empty()).prepare(server());
        Files.move(file, directory.resolve("data/master.key.next"));
        Files.writeString(file, before);
        assertThatThrownBy(() -> new PlatformBootstrap(java.util.Optional.empty()).prepare(server()))
                .hasMessageContaining("run it again");
        command(Map.of());
        assertThat(file).hasContent(after);
        new PlatformBootstrap(java.util.Optional.empty()).prepare(server());
    }

    /** Certificates go on, and the organization's authority signs the next. */
    @Test
    void aServerGoesOnUnderTheNewKeyAndMustNotRunMeanwhile() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(database == Database.POSTGRESQL);
        Map<String, String> own = new HashMap<>(Database.postgres().settings(name));
        own.put("muster.master-key", first);
        MusterServer server = Database.POSTGRESQL.start(name, own);
        OwnKey key = OwnKey.create(directory);
        Answer device;
        try {
            Fleet fleet = Fleet.create(server);
            fleet.enroll(ImportFile.of(1, 1));
            Certificate certificate = fleet.newCertificate();
            device = server.nobody()
                    .post("/api/v1/provision/" + certificate.accessKey(), key.body(certificate, ImportFile.imei(1)))
                    .expect(201);
            assertThatThrownBy(() -> rotate(first, second))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("Stop all servers first");
        } finally {
            server.kill();
        }
        Await.until(
                java.time.Duration.ofMinutes(1),
                () -> Database.postgres().value("select count(*) from pg_stat_activity where datname = '" + name + "'"),
                "0"::equals);
        rotate(first, second);
        own.put("muster.master-key", second);
        MusterServer again = Database.POSTGRESQL.start(name, own);
        try {
            Answer renewed = key.client(again, device)
                    .post("/api/v1/provision", key.body())
                    .expect(200);
            assertThat(OwnKey.chain(renewed).get(1))
                    .isEqualTo(OwnKey.chain(device).get(1));
            key.client(again, renewed).get("/api/v1/device").expect(200);
        } finally {
            again.kill();
        }
    }

    private ServerSettings server() {
        return ServerSettings.from(SettingsSource.of(settings));
    }

    private void prepare(String masterKey) {
        new PlatformBootstrap(java.util.Optional.of(masterKey)).prepare(server());
    }

    private String rotate(String present, String next) {
        return command(Map.of("muster.master-key", present, "muster.new-master-key", next));
    }

    private String command(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(keys);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new KeyCommands(SettingsSource.of(all), new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of(ROTATE));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Runs the command as the operator does, and kills it a moment after it has begun to encrypt. */
    private void killedAfter(long millis, String present, String next) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        settings.forEach((setting, value) -> line.add("-D" + setting + "=" + value));
        line.addAll(List.of("dev.muster.launcher.Keys", ROTATE));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("MUSTER_MASTER_KEY", present);
        builder.environment().put("MUSTER_NEW_MASTER_KEY", next);
        Process process = builder.start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String text = "";
            while (!text.contains("encrypting every secret again")) {
                String read = output.readLine();
                assertThat(read).as(text).isNotNull();
                text += read + "\n";
            }
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
    }

    private void addSecrets() throws SQLException {
        KeyEncryption encryption = KeyEncryption.withMasterKey(first);
        PrivateKey key = KeyAlgorithm.EC_P256.generate(RANDOM).getPrivate();
        try (Connection connection = Databases.open(server().database()).getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into issuer (id, owner, certificate, encrypted_key, created_at) values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < SECRETS; i++) {
                UUID id = UUID.randomUUID();
                String owner = "test:" + id;
                insert.setObject(1, id);
                insert.setString(2, owner);
                insert.setBytes(3, new byte[] {1});
                insert.setBytes(4, encryption.encrypt(key, Issuer.associatedData(owner, id), RANDOM));
                insert.setObject(5, Instant.now().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Fails if there is no such key. */
    private String keyOfAll() throws SQLException {
        Map<String, Integer> opened = new HashMap<>();
        int all = 0;
        try (Connection connection = Databases.open(server().database()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, owner, encrypted_key from issuer")) {
            while (row.next()) {
                all++;
                String owner = Issuer.associatedData(row.getString("owner"), row.getObject("id", UUID.class));
                for (String key : List.of(first, second)) {
                    boolean opens = KeyEncryption.withMasterKey(key).opens(row.getBytes("encrypted_key"), owner);
                    opened.merge(key, opens ? 1 : 0, Integer::sum);
                }
            }
        }
        int count = all;
        return opened.entrySet().stream()
                .filter(entry -> entry.getValue() == count)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no key opens all " + count + ": " + opened));
    }
}
