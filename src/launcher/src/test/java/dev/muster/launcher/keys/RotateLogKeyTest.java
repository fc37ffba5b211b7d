package dev.muster.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.transparency.LogKeyPairs;
import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.launcher.bootstrap.Databases;
import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command reads the master key where a server reads it: here from a file that a variable names. */
class RotateLogKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path directory;

    private String masterKey;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws IOException {
        masterKey = KeyEncryption.newMasterKey(RANDOM);
        environment = new HashMap<>(Map.of(
                "MUSTER_DATA_DIR", directory.resolve("data").toString(), "MUSTER_MASTER_KEY_FILE", file(masterKey)));
        PlatformBootstrap.from(source()).prepare(settings());
    }

    @Test
    void theServersCanReadTheNewKey() throws Exception {
        String said = rotate();
        assertThat(said).contains("the log has a new key: ", "the key before still signs beside it: ");
        assertThat(said).doesNotContain(masterKey);
        assertThat(readableKeys()).containsExactly(true, true);
    }

    @Test
    void anotherMasterKeyChangesNothing() throws Exception {
        environment.put("MUSTER_MASTER_KEY_FILE", file(KeyEncryption.newMasterKey(RANDOM)));
        assertThatThrownBy(this::rotate)
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("encrypted with another master key");
        assertThat(readableKeys()).containsExactly(true);
    }

    private String rotate() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new KeyCommands(source(), new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of("rotate-log-key"));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** For each key of the log, whether the master key opens it. */
    private List<Boolean> readableKeys() throws SQLException {
        KeyEncryption encryption = KeyEncryption.withMasterKey(masterKey);
        List<Boolean> keys = new ArrayList<>();
        try (Connection connection = Databases.open(settings().database()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, encrypted_key from log_key")) {
            while (row.next()) {
                String owner = LogKeyPairs.associatedData(row.getObject(1, UUID.class));
                keys.add(encryption.opens(row.getBytes(2), owner));
            }
        }
        return keys;
    }

    private ServerSettings settings() {
        return ServerSettings.from(source());
    }

    private SettingsSource source() {
        return new SettingsSource(name -> null, environment::get);
    }

    private String file(String key) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "master-key", ""), key + "\n")
                .toString();
    }
}
