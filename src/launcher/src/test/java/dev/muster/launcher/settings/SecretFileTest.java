package dev.muster.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    private static final String NAME = "muster.db.password";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"secret with blanks", "secret with blanks\n", " secret with blanks \r\n"})
    void whatIsBlankAtItsEndsIsNotPartOfTheSecret(String content) throws IOException {
        assertThat(source(Map.of(NAME + "-file", file(content))).secret(NAME)).contains("secret with blanks");
    }

    @Test
    void withoutAFileTheSettingItselfCounts() {
        assertThat(source(Map.of(NAME, "secret")).secret(NAME)).contains("secret");
        assertThat(source(Map.of()).secret(NAME)).isEmpty();
    }

    @Test
    void bothAreRefusedAndNeitherIsSaid() throws IOException {
        SettingsSource both = source(Map.of(NAME, "the one", NAME + "-file", file("the other")));
        assertThatThrownBy(() -> both.secret(NAME))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("MUSTER_DB_PASSWORD and MUSTER_DB_PASSWORD_FILE are both set. Set only one.");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsVariable() throws IOException {
        assertRefused(directory.resolve("missing").toString(), "is not a file");
        assertRefused(directory.toString(), "is not a file");
        assertRefused(file(""), "is empty");
        assertRefused(file("\n"), "is empty");
        assertRefused(file("x".repeat(5_000)), "has more than 4096 bytes");
    }

    @Test
    void theServerGetsTheNamesOfTheFilesAndTheOwnersPasswordStaysWithTheLauncher() throws IOException {
        Map<String, String> given = new HashMap<>();
        given.put("muster.db.url", "jdbc:postgresql://localhost/muster");
        given.put("muster.db.owner.user", "owner");
        for (String name :
                new String[] {"muster.master-key", NAME, "muster.db.owner.password", "muster.admin.password"}) {
            given.put(name + "-file", file(name));
        }
        ServerSettings settings = ServerSettings.from(source(given));

        assertThat(settings.secretFiles())
                .containsOnlyKeys("MUSTER_MASTER_KEY_FILE", "MUSTER_DB_PASSWORD_FILE", "MUSTER_ADMIN_PASSWORD_FILE");
        assertThat(settings.database().application().password()).isEqualTo(NAME);
        assertThat(settings.database().migrating().password()).isEqualTo("muster.db.owner.password");
        assertThat(settings.administrator()).contains("admin");
    }

    @Test
    void everythingInADirectoryIsClosedToOthers() throws IOException {
        Path below = Files.createDirectories(directory.resolve("a/b"));
        Path file = Files.writeString(below.resolve("c"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
        Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(PrivateFiles.close(directory)).isEmpty();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(below)))
                .isEqualTo("rwx------");
    }

    private void assertRefused(String file, String why) {
        assertThatThrownBy(() -> source(Map.of(NAME + "-file", file)).secret(NAME))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContainingAll("MUSTER_DB_PASSWORD_FILE", file, why);
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "secret", ""), content)
                .toString();
    }

    private static SettingsSource source(Map<String, String> properties) {
        return SettingsSource.of(properties);
    }
}
