package dev.muster.launcher.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.launcher.server.Certificates;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnownIssuersTest {

    private final Certificates made = new Certificates();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean away;

    private final KnownIssuers issuers = new KnownIssuers(this::find);

    @Test
    void anIssuerIsAskedForOnceAndKnownWhileTheDatabaseIsAway() throws Exception {
        assertThat(issuers.of(made.device.certificate())).contains(made.authority.certificate());
        away = true;
        X509Certificate another = made.device(made.authority, Instant.now(), 5).certificate();
        assertThat(issuers.of(another)).contains(made.authority.certificate());
        assertThat(asked).hasValue(1);
    }

    @Test
    void aStrangerIsNotAskedForAgainAtOnce() throws Exception {
        X509Certificate stranger = new Certificates().device.certificate();
        assertThat(issuers.of(stranger)).isEmpty();
        assertThat(issuers.of(stranger)).isEmpty();
        assertThat(asked).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void nobodySaysThatAnIssuerIsUnknownWhileTheDatabaseIsAway() {
        away = true;
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> issuers.of(made.device.certificate()))
                    .isInstanceOfSatisfying(
                            CertificateRefusal.class,
                            refusal -> assertThat(refusal.alert()).isEqualTo(Alert.INTERNAL_ERROR));
        }
        assertThat(asked).hasValueLessThanOrEqualTo(2);
    }

    private Optional<X509Certificate> find(X509Certificate device) {
        asked.incrementAndGet();
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return Optional.of(made.authority.certificate())
                .filter(known -> known.getSubjectX500Principal().equals(device.getIssuerX500Principal()))
                .filter(known -> isSigned(device, known));
    }

    private static boolean isSigned(X509Certificate device, X509Certificate issuer) {
        try {
            device.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
