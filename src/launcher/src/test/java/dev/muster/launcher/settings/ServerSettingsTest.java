package dev.muster.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {

    @Test
    void productionListensEverywhereAndTheDemonstrationOnLoopback() {
        assertThat(settings(Map.of()).addresses().bind()).isEqualTo("0.0.0.0");
        assertThat(settings(Map.of("muster.demo", "true")).addresses().bind()).isEqualTo("127.0.0.1");
    }

    @Test
    void anInheritedVariableCannotSwitchTheDemonstrationOn() {
        SettingsSource source = new SettingsSource(name -> null, Map.of("MUSTER_DEMO", "true")::get);
        assertThat(ServerSettings.from(source).demo()).isFalse();
    }

    @Test
    void deviceAndAdminPortsMoveWithTheHttpsPort() {
        Addresses addresses = settings(Map.of("muster.https-port", "9181")).addresses();
        assertThat(addresses.device()).isEqualTo(9443);
        assertThat(addresses.admin()).isEqualTo(5848);
        assertThat(addresses.http()).isEqualTo(8080);
        assertThat(addresses.publicUrl()).isEqualTo("https://localhost:9181");
    }

    @Test
    void mqttHasAPortWithTlsAndOnlyTheDemonstrationHasOneWithout() {
        Addresses production = settings(Map.of("muster.https-port", "9181")).addresses();
        assertThat(production.broker()).isEqualTo("embedded");
        assertThat(production.mqtts()).isEqualTo(9883);
        assertThat(production.mqtt()).isZero();
        Addresses demonstration = settings(Map.of("muster.demo", "true")).addresses();
        assertThat(demonstration.mqtt()).isEqualTo(1883);
        assertThat(demonstration.byProperty())
                .containsEntry("muster.mqtts-port", 8883)
                .containsEntry("muster.mqtt-port", 1883);
    }

    @Test
    void mqttCanBeSwitchedOff() {
        for (Map<String, String> off :
                List.of(Map.of("muster.mqtt", "off"), Map.of("muster.mqtts-port", "0", "muster.mqtt-port", "0"))) {
            Addresses addresses = settings(off).addresses();
            assertThat(addresses.broker()).isEqualTo("off");
            assertThat(addresses.byProperty()).doesNotContainKeys("muster.mqtts-port", "muster.mqtt-port");
        }
        assertThatThrownBy(() -> settings(Map.of("muster.mqtt", "elsewhere")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("muster.mqtt must be embedded, external or off, but is 'elsewhere'.");
    }

    @Test
    void aBrokerOutsideHasAPortOnThisMachineAtWhichItAsks(@TempDir Path directory) throws IOException {
        String root = Files.writeString(directory.resolve("root.pem"), "").toString();
        Map<String, String> external = Map.of(
                "muster.mqtt", "external",
                "muster.https-port", "9181",
                "muster.broker.url", "mqtts://broker.example.com",
                "muster.broker.hook-root", root);
        Addresses addresses = settings(external).addresses();
        assertThat(addresses.broker()).isEqualTo("external");
        assertThat(addresses.mqtts()).isZero();
        assertThat(addresses.byProperty()).containsEntry("muster.broker-hook-port", 9444);
        assertThat(addresses.bindOf("muster.broker-hook-port")).isEqualTo("127.0.0.1");
        for (String needed : List.of("muster.broker.url", "muster.broker.hook-root")) {
            Map<String, String> without = new HashMap<>(external);
            without.remove(needed);
            assertThatThrownBy(() -> settings(without))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageStartingWith(needed + " is missing");
        }
        Map<String, String> plain = new HashMap<>(external);
        plain.put("muster.broker.url", "mqtt://broker.example.com");
        assertThatThrownBy(() -> settings(plain))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("only for a broker on this machine");
    }

    @Test
    void devicesReachTheirListenerByThePublicNameOrByTheProxyThatAsksForTheirCertificate() {
        Map<String, String> alone = Map.of("muster.public-url", "https://muster.example/");
        assertThat(settings(alone).addresses().deviceUrl()).isEqualTo("https://muster.example:8443");
        Map<String, String> behind =
                Map.of("muster.public-url", "https://muster.example/", "muster.trusted-proxies", "192.0.2.7");
        assertThat(settings(behind).addresses().deviceUrl()).isEqualTo("https://muster.example");
        Map<String, String> said = Map.of("muster.device-url", "https://devices.example:1/");
        assertThat(settings(said).addresses().deviceUrl()).isEqualTo("https://devices.example:1");
    }

    @Test
    void theAdministratorHasANameThatHttpBasicCanSay() {
        SettingsSource source = new SettingsSource(name -> null, Map.of("MUSTER_ADMIN_USERNAME", "ops:ci")::get);
        assertThatThrownBy(() -> ServerSettings.from(source)).isInstanceOf(LaunchFailure.class);
    }

    @Test
    void onlyRolesCanRequireASecondFactor() {
        assertThat(settings(Map.of("muster.second-factor-roles", "ADMINISTRATOR, OPERATOR"))
                        .limits())
                .containsEntry("muster.second-factor-roles", "ADMINISTRATOR,OPERATOR");
        assertThatThrownBy(() -> settings(Map.of("muster.second-factor-roles", "administrators")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("ADMINISTRATOR, OPERATOR");
    }

    @Test
    void thePropertyWinsOverTheVariable() {
        SettingsSource source =
                new SettingsSource(Map.of("muster.http-port", "1")::get, Map.of("MUSTER_HTTP_PORT", "2")::get);
        assertThat(ServerSettings.from(source).addresses().http()).isEqualTo(1);
    }

    @Test
    void anEmptyVariableCountsAsAbsent() {
        SettingsSource source = new SettingsSource(name -> null, Map.of("MUSTER_DB_URL", " ")::get);
        assertThat(ServerSettings.from(source).database().isH2()).isTrue();
    }

    @Test
    void whatIsNoPortIsNamedWithItsProperty() {
        for (String value : new String[] {"http", "0", "65536"}) {
            assertThatThrownBy(() -> settings(Map.of("muster.http-port", value)))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessage("muster.http-port must be a port from 1 to 65535, but is '" + value + "'.");
        }
    }

    @Test
    void withoutADatabaseAnH2FileInTheDataDirectoryIsUsed() {
        Path data = Path.of("elsewhere").toAbsolutePath();
        DatabaseSettings database =
                settings(Map.of("muster.data-dir", "elsewhere")).database();
        assertThat(database.url())
                .startsWith("jdbc:h2:file:" + data.resolve("db/muster"))
                .contains("WRITE_DELAY=0");
        assertThat(database.dataSourceClass()).isEqualTo("org.h2.jdbcx.JdbcDataSource");
    }

    @Test
    void aDatabaseUrlChoosesPostgresql() {
        DatabaseSettings database =
                settings(Map.of("muster.db.url", "jdbc:postgresql://db/muster")).database();
        assertThat(database.dataSourceClass()).isEqualTo("org.postgresql.ds.PGSimpleDataSource");
    }

    @Test
    void theApplicationsRoleOwnsTheSchemaUnlessAnotherIsNamed() {
        String url = "jdbc:postgresql://db/muster";
        DatabaseSettings one =
                settings(Map.of("muster.db.url", url, "muster.db.user", "app")).database();
        DatabaseSettings two = settings(
                        Map.of("muster.db.url", url, "muster.db.user", "app", "muster.db.owner.user", "owner"))
                .database();
        DatabaseSettings same = settings(
                        Map.of("muster.db.url", url, "muster.db.user", "app", "muster.db.owner.user", "app"))
                .database();
        assertThat(one.migrating().user()).isEqualTo("app");
        assertThat(one.owner()).isEmpty();
        assertThat(two.migrating().user()).isEqualTo("owner");
        assertThat(two.application().user()).isEqualTo("app");
        assertThat(same.owner()).isEmpty();
    }

    @Test
    void anOwnersPasswordWithoutItsRoleIsAMistake() {
        assertThatThrownBy(() ->
                        settings(Map.of("muster.db.url", "jdbc:postgresql://db/x", "muster.db.owner.password", "y")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("MUSTER_DB_OWNER_USER");
    }

    @Test
    void limitsAreHandedOnAsFarAsSomethingIsSaid() {
        Map<String, String> said = Map.of(
                "muster.attempt-retention-days", "30",
                "muster.telemetry-retention-days", "400",
                "muster.telemetry-max-age-days", "30",
                "muster.telemetry-ahead-hours", "1");
        assertThat(settings(said).limits()).isEqualTo(said);
    }

    @Test
    void whatIsNoLimitIsNamedWithItsProperty() {
        for (String value : new String[] {"x", "0", "-1", "3653", "2147483648", "1.5"}) {
            assertThatThrownBy(() -> settings(Map.of("muster.device-certificate-days", value)))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessage("muster.device-certificate-days must be a whole number from 1 to 3652, but is '" + value
                            + "'.");
        }
        Map<String, String> greatest = Map.of("muster.device-certificate-days", "3652");
        assertThat(settings(greatest).limits()).isEqualTo(greatest);
    }

    @Test
    void trustedProxiesAreHandedOnAndWhatIsNoAddressIsNamed() {
        Map<String, String> named = Map.of("muster.trusted-proxies", "192.0.2.7, 10.0.0.0/8");
        assertThat(settings(named).limits()).isEqualTo(named);
        assertThatThrownBy(() -> settings(Map.of("muster.trusted-proxies", "proxy.example")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage(
                        "muster.trusted-proxies must be addresses and ranges such as 192.0.2.7, 10.0.0.0/8, separated by"
                                + " commas: 'proxy.example' is not an IP address.");
    }

    private static ServerSettings settings(Map<String, String> properties) {
        return ServerSettings.from(SettingsSource.of(properties));
    }
}
