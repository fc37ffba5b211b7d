package dev.muster.launcher.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final byte[] ENCRYPTED = new byte[24];

    @Test
    void aRecordInTheClearIsNamed() {
        for (Alert alert : Alert.values()) {
            assertThat(Alert.describe(alert.toRecord(), new SSLHandshakeException("any")))
                    .isEqualTo(alert.description());
        }
        assertThat(Alert.UNKNOWN_CA.toRecord()).containsExactly(21, 3, 3, 0, 2, 2, 48);
    }

    @Test
    void anEncryptedOneIsNamedByItsCause() {
        Exception refused = new SSLHandshakeException("any");
        refused.initCause(new CertificateRefusal(Alert.CERTIFICATE_EXPIRED, "yesterday"));
        assertThat(Alert.describe(ENCRYPTED, refused)).isEqualTo("certificate_expired");
        assertThat(Alert.describe(ENCRYPTED, new SSLHandshakeException("any"))).isEqualTo("other");
    }

    @Test
    void whatTheClientSaysIsToldAsItsWord() {
        assertThat(Alert.describe(ENCRYPTED, new SSLHandshakeException("Received fatal alert: unknown_ca")))
                .isEqualTo("client says unknown_ca");
    }
}
