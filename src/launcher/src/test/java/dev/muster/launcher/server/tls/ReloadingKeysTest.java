package dev.muster.launcher.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.launcher.server.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadingKeysTest {

    private static final long TWO_SECONDS = 2_000_000_000L;

    private final Certificates made = new Certificates();
    private final AtomicLong clock = new AtomicLong();

    @TempDir
    Path directory;

    private X509Certificate first;
    private ReloadingKeys keys;

    @BeforeEach
    void store() throws Exception {
        first = made.storeServer(directory, 30);
        keys = new ReloadingKeys(file(), Certificates.PASSWORD, clock::get);
    }

    @Test
    void aNewFileIsReadAndTheHandshakeThatHasBegunKeepsItsKey() throws Exception {
        String begun = alias();
        assertThat(keys.getCertificateChain(begun)[0]).isEqualTo(first);
        X509Certificate second = made.storeServer(directory, 300);
        assertThat(alias()).isEqualTo(begun);
        clock.addAndGet(TWO_SECONDS);
        assertThat(keys.getCertificateChain(alias())[0]).isEqualTo(second);
        assertThat(keys.getPrivateKey(alias())).isNotNull();
        assertThat(keys.getCertificateChain(begun)[0]).isEqualTo(first);
        assertThat(System.getProperty(ReloadingKeys.NOT_AFTER))
                .isEqualTo(second.getNotAfter().toInstant().toString());
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws Exception {
        String before = alias();
        Files.writeString(file(), "not a key store");
        clock.addAndGet(TWO_SECONDS);
        assertThat(alias()).isEqualTo(before);
        Files.delete(file());
        clock.addAndGet(TWO_SECONDS);
        assertThat(keys.getCertificateChain(alias())[0]).isEqualTo(first);
    }

    @Test
    void withoutAKeyThereIsNoStart() {
        Path nowhere = directory.resolve("nowhere.p12");
        assertThatThrownBy(() -> new ReloadingKeys(nowhere, Certificates.PASSWORD, clock::get))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theKeyIsForServersWithItsAlgorithm() {
        assertThat(keys.chooseEngineServerAlias("RSA", null, null)).isNull();
        assertThat(keys.getServerAliases("EC", null)).containsExactly(alias());
        assertThat(keys.chooseClientAlias(new String[] {"EC"}, null, null)).isNull();
        assertThat(keys.getPrivateKey("another")).isNull();
    }

    private String alias() {
        return keys.chooseEngineServerAlias("EC", null, null);
    }

    private Path file() {
        return directory.resolve("server.p12");
    }
}
