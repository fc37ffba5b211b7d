package dev.muster.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTlsTest {

    private static final Path PUBLIC = Path.of("/data/tls/public-roots.pem");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:muster",
                "jdbc:postgresql://localhost/muster",
                "jdbc:postgresql://127.0.0.1:5432/muster?user=a&password=b",
                "jdbc:postgresql://127.1.2.3/muster?sslmode=disable",
                "jdbc:postgresql://[::1]:5432/muster",
                "jdbc:postgresql://localhost:1,127.0.0.1:2/muster",
                "jdbc:h2:file:/data/db/muster"
            })
    void aDatabaseOnThisMachineIsLeftAlone(String url) {
        assertThat(complete(url, Map.of())).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/muster",
                "jdbc:postgresql://192.0.2.7:5432/muster",
                "jdbc:postgresql://localhost:1,db.example:2/muster",
                "jdbc:postgresql://127.0.0.1.example/muster",
                "jdbc:postgresql://localhost.example/muster",
                "jdbc:postgresql://[2001:db8::1]/muster"
            })
    void anyOtherIsVerifiedByThePublicRoots(String url) {
        assertThat(complete(url, Map.of()))
                .isEqualTo(url + "?sslmode=verify-full&sslrootcert=%2Fdata%2Ftls%2Fpublic-roots.pem");
        assertThat(complete(url + "?connectTimeout=5", Map.of()))
                .isEqualTo(url + "?connectTimeout=5&sslmode=verify-full&sslrootcert=%2Fdata%2Ftls%2Fpublic-roots.pem");
    }

    @Test
    void theOperatorNamesTheRoot() {
        assertThat(complete("jdbc:postgresql://db.example/m", Map.of("muster.db.root", "/etc/db root.pem")))
                .isEqualTo("jdbc:postgresql://db.example/m?sslmode=verify-full&sslrootcert=%2Fetc%2Fdb+root.pem");
        String own = "jdbc:postgresql://db.example/m?sslrootcert=/etc/own.pem&sslmode=verify-full";
        assertThat(complete(own, Map.of("muster.db.root", "/etc/other.pem"))).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslmode=disable",
                "sslmode=allow",
                "sslmode=prefer",
                "sslmode=require",
                "sslmode=verify-ca",
                "sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                "sslhostnameverifier=x.Anybody"
            })
    void lessIsRefusedUnlessTheOperatorInsists(String option) {
        String url = "jdbc:postgresql://db.example/muster?password=secret&" + option;
        assertThatThrownBy(() -> complete(url, Map.of()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContainingAll("muster.db.root", "muster.db.allow-insecure-connection")
                .hasMessageNotContaining("secret");
        assertThat(complete(url, Map.of("muster.db.allow-insecure-connection", "true")))
                .isEqualTo(url);
    }

    @Test
    void theWayOutIsExactlyTrueOrFalse() {
        assertThatThrownBy(() -> complete(
                        "jdbc:postgresql://db.example/m", Map.of("muster.db.allow-insecure-connection", "yes")))
                .isInstanceOf(LaunchFailure.class);
    }

    @Test
    void aUrlThatTheDriverCannotReadIsRefused() {
        assertThatThrownBy(() -> complete("jdbc:postgresql://db.example:port/m", Map.of()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/database");
    }

    private static String complete(String url, Map<String, String> settings) {
        return DatabaseTls.complete(url, SettingsSource.of(settings), PUBLIC);
    }
}
