package dev.muster.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.launcher.bootstrap.Databases;
import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator does to roots and keys is in the transparency log, and a command that changes nothing is not. */
class OperatorActsTest {

    private static final Pattern ROOTS = Pattern.compile(
            "\"detail\":\\{\"kind\":\"(\\w+)\",\"oldRoot\":\"([0-9A-F:]{95})\",\"newRoot\":\"([0-9A-F:]{95})\"");

    @TempDir
    Path directory;

    @BeforeEach
    void start() {
        PlatformBootstrap.from(source()).prepare(settings());
    }

    @Test
    void aReplacedRootIsRecordedWithBothAndSoIsItsEnd() throws Exception {
        for (String kind : List.of("server", "device")) {
            run("replace-root", kind);
            assertThatThrownBy(() -> run("replace-root", kind)).isInstanceOf(LaunchFailure.class);
            run("retire-root", kind);
            assertThatThrownBy(() -> run("retire-root", kind)).isInstanceOf(LaunchFailure.class);
        }
        List<String> leaves = leaves();
        assertThat(leaves).hasSize(4);
        for (int i = 0; i < leaves.size(); i += 2) {
            String kind = i == 0 ? "server" : "device";
            Matcher replaced = roots(leaves.get(i), "root-replaced");
            Matcher retired = roots(leaves.get(i + 1), "root-retired");
            assertThat(List.of(replaced.group(1), retired.group(1))).containsOnly(kind);
            assertThat(retired.group(2)).isEqualTo(replaced.group(2)).isNotEqualTo(retired.group(3));
            assertThat(retired.group(3)).isEqualTo(replaced.group(3));
            assertThat(run("list-roots"))
                    .contains("the " + kind + " root with the SHA-256 fingerprint " + retired.group(3))
                    .doesNotContain(retired.group(2));
        }
        assertThat(leaves.get(3)).contains("\"certificates\":0,\"devices\":0");
    }

    @Test
    void anotherMasterKeyIsRecordedWithoutTheKey() throws Exception {
        run("rotate-master-key");
        assertThat(leaves()).singleElement().asString().contains("\"act\":\"master-key-rotated\"", "\"secrets\":3}");
    }

    private static Matcher roots(String leaf, String act) {
        assertThat(leaf).contains("\"act\":\"" + act + "\"", "\"object\":\"root:");
        Matcher roots = ROOTS.matcher(leaf);
        assertThat(roots.find()).as(leaf).isTrue();
        return roots;
    }

    private String run(String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new KeyCommands(source(), new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(command));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** In the order in which they were written. */
    private List<String> leaves() throws SQLException {
        List<String> leaves = new ArrayList<>();
        try (Connection connection = Databases.open(settings().database()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select content from log_leaf order by id")) {
            while (row.next()) {
                leaves.add(row.getString(1));
            }
        }
        return leaves;
    }

    private ServerSettings settings() {
        return ServerSettings.from(source());
    }

    private SettingsSource source() {
        return SettingsSource.of(
                Map.of("muster.data-dir", directory.resolve("data").toString()));
    }
}
