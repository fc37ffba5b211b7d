package dev.muster.launcher.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.domain.trust.file.Pem;
import dev.muster.launcher.payara.Preparation;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSecrets;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two roots as a start finds or makes them, on H2, also from a database of a version with one root. */
class TwoRootsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path directory;

    private ServerSettings settings;
    private String masterKey;

    @BeforeEach
    void chooseSettings() {
        settings = ServerSettings.from(SettingsSource.of(
                Map.of("muster.data-dir", directory.toString(), "muster.public-url", "https://muster.example:8181")));
        masterKey = KeyEncryption.newMasterKey(RANDOM);
    }

    @Test
    void theServerIsOfOneRootAndTrustsTheOtherOnly() throws Exception {
        ServerSecrets secrets = start();
        X509Certificate serverRoot = clientsRoot();
        X509Certificate server = (X509Certificate)
                store(settings.locations().serverKeyStore(), secrets).getCertificate("server");
        assertThatCode(() -> server.verify(serverRoot.getPublicKey())).doesNotThrowAnyException();
        KeyStore trust = store(settings.locations().trustStore(), secrets);
        assertThat(Collections.list(trust.aliases())).hasSize(1);
        X509Certificate deviceRoot = (X509Certificate) trust.getCertificate("muster-device-root");
        assertThat(deviceRoot.getPublicKey()).isNotEqualTo(serverRoot.getPublicKey());
        assertThat(deviceRoot.getSubjectX500Principal()).isNotEqualTo(serverRoot.getSubjectX500Principal());
        assertThatThrownBy(() -> server.verify(deviceRoot.getPublicKey())).isInstanceOf(SignatureException.class);
    }

    @Test
    void bothStayFromStartToStart() throws Exception {
        start();
        Map<String, String> rows = issuers();
        X509Certificate root = clientsRoot();
        start();
        assertThat(rows).hasSize(2).isEqualTo(issuers());
        assertThat(clientsRoot()).isEqualTo(root);
    }

    @Test
    void theOneRootOfAnOlderDatabaseBecomesTheDeviceRoot() throws Exception {
        start();
        execute("delete from issuer where owner = 'server-root'");
        Map<String, String> before = issuers();
        assertThat(before).containsOnlyKeys("root");

        ServerSecrets secrets = start();

        assertThat(issuers()).containsOnlyKeys("root", "server-root").containsAllEntriesOf(before);
        X509Certificate old = (X509Certificate)
                store(settings.locations().trustStore(), secrets).getCertificate("muster-device-root");
        assertThat(before.get("root")).startsWith(HexFormat.of().formatHex(old.getEncoded()));
        X509Certificate server = (X509Certificate)
                store(settings.locations().serverKeyStore(), secrets).getCertificate("server");
        assertThatThrownBy(() -> server.verify(old.getPublicKey()))
                .isInstanceOfAny(SignatureException.class, InvalidKeyException.class);
        assertThat(clientsRoot()).isNotEqualTo(old);
    }

    @Test
    void aRenewedCertificateIsOfTheSameRootInTheSameStore() throws Exception {
        Preparation prepared = prepare();
        X509Certificate first = prepared.certificate();
        X509Certificate next = prepared.certificates().renew(Instant.now());
        KeyStore store = store(settings.locations().serverKeyStore(), prepared.secrets());
        assertThat(store.getCertificate("server")).isEqualTo(next).isNotEqualTo(first);
        assertThat(next.getPublicKey()).isNotEqualTo(first.getPublicKey());
        assertThat(new ArrayList<>(next.getSubjectAlternativeNames()))
                .isEqualTo(new ArrayList<>(first.getSubjectAlternativeNames()));
        assertThatCode(() -> next.verify(clientsRoot().getPublicKey())).doesNotThrowAnyException();
    }

    @Test
    void serversThatStartAtOnceAgree() throws Exception {
        start();
        execute("delete from issuer");
        DataSource database = Databases.open(settings.database());
        ExecutorService servers = Executors.newFixedThreadPool(8);
        List<Callable<X509Certificate>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            RootKind kind = i % 2 == 0 ? RootKind.DEVICE : RootKind.SERVER;
            starts.add(() -> new PlatformRootStep(database, KeyEncryption.withMasterKey(masterKey), RANDOM)
                    .readOrMake(kind, Instant.now())
                    .certificate());
        }
        List<X509Certificate> roots = new ArrayList<>();
        for (Future<X509Certificate> root : servers.invokeAll(starts)) {
            roots.add(root.get());
        }
        servers.shutdown();
        assertThat(roots.stream().distinct()).hasSize(2);
        assertThat(issuers()).containsOnlyKeys("root", "server-root");
    }

    @Test
    void theKeyOfOneRootIsNoneOfTheOther() throws Exception {
        start();
        execute("update issuer set owner = 'spare' where owner = 'server-root'");
        execute("update issuer set owner = 'server-root' where owner = 'root'");
        execute("update issuer set owner = 'root' where owner = 'spare'");
        assertThatThrownBy(this::start).isInstanceOf(LaunchFailure.class);
    }

    private ServerSecrets start() {
        return prepare().secrets();
    }

    private Preparation prepare() {
        return new PlatformBootstrap(Optional.of(masterKey)).prepare(settings);
    }

    private X509Certificate clientsRoot() throws Exception {
        return Pem.certificate(Files.readString(settings.locations().rootCertificate()));
    }

    private static KeyStore store(Path file, ServerSecrets secrets) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, secrets.keyStorePassword().toCharArray());
        }
        return store;
    }

    /** Certificate and encrypted key, hexadecimal, by owner. */
    private Map<String, String> issuers() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = Databases.open(settings.database()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select owner, certificate, encrypted_key from issuer")) {
            while (row.next()) {
                HexFormat hex = HexFormat.of();
                rows.put(row.getString(1), hex.formatHex(row.getBytes(2)) + hex.formatHex(row.getBytes(3)));
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = Databases.open(settings.database()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
