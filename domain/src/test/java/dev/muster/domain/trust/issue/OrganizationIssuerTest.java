package dev.muster.domain.trust.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.path.CertificatePathValidator;
import dev.muster.domain.trust.path.PathVerdict;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization's authority and what it issues: the path is valid, and nothing outlives its issuer. */
class OrganizationIssuerTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final Instant MADE = NOW.minus(Duration.ofDays(30));
    private static final URI CRL = URI.create("https://muster.example/api/v1/pki/crl/1");
    private static final DeviceSubject SUBJECT = new DeviceSubject("001017001000374");
    private static final PublicKey KEY = KeyAlgorithm.EC_P256.generate(RANDOM).getPublic();

    private final KeyPair rootKeys = CertificateIssuer.newRootKeys(RANDOM);
    private final X509Certificate root =
            CertificateIssuer.platformRoot(CertificateSubject.of("Muster", "Root"), rootKeys, MADE, RANDOM);
    private final CertificateIssuer platform = new CertificateIssuer(root, rootKeys.getPrivate());
    private final KeyPair keys = CertificateIssuer.newRootKeys(RANDOM);
    private final X509Certificate authority = platform.organizationCa("Fleet", keys.getPublic(), CRL, NOW, RANDOM);
    private final CertificateIssuer issuer = new CertificateIssuer(authority, keys.getPrivate());

    @Test
    void aDevicesPathIsValid() throws Exception {
        X509Certificate device = issuer.device(SUBJECT, KEY, 365, CRL, NOW, RANDOM);
        PathVerdict verdict = CertificatePathValidator.validate(
                List.of(device.getEncoded()), authority.getEncoded(), root.getEncoded(), NOW);
        assertThat(verdict).isInstanceOf(PathVerdict.Valid.class);
        assertThat(((PathVerdict.Valid) verdict).device().identifier()).isEqualTo(Optional.of("001017001000374"));
    }

    @Test
    void clocksMayBeApart() {
        Instant begin = authority.getNotBefore().toInstant();
        assertThat(begin).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
        X509Certificate device = issuer.device(SUBJECT, KEY, 1, CRL, NOW, RANDOM);
        assertThat(device.getNotBefore().toInstant()).isEqualTo(begin);
        assertThat(device.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        X509Certificate later = issuer.device(SUBJECT, KEY, 1, CRL, NOW.minusSeconds(60), RANDOM);
        assertThat(later.getNotBefore().toInstant()).isEqualTo(begin);
    }

    @Test
    void nothingOutlivesItsIssuer() {
        Instant end = authority.getNotAfter().toInstant();
        Instant late = end.minus(Duration.ofDays(10));
        X509Certificate device = issuer.device(SUBJECT, KEY, 365, CRL, late, RANDOM);
        assertThat(device.getNotAfter().toInstant()).isEqualTo(end);
        Instant lateRoot = root.getNotAfter().toInstant().minus(Duration.ofDays(400));
        X509Certificate last = platform.organizationCa("Fleet", keys.getPublic(), CRL, lateRoot, RANDOM);
        assertThat(last.getNotAfter()).isEqualTo(root.getNotAfter());
        assertThatThrownBy(() -> issuer.device(SUBJECT, KEY, 1, CRL, end.plusSeconds(1), RANDOM))
                .isInstanceOf(CertificateRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3653})
    void aCertificateLastsADayAtLeast(int days) {
        assertThatThrownBy(() -> issuer.device(SUBJECT, KEY, days, CRL, NOW, RANDOM))
                .isInstanceOf(CertificateRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "001017001000374", "00:00:5E:00:53:01", "A b'()+,-./:=?9"})
    void namesWhatAPrintableStringCanHave(String identifier) {
        assertThat(DeviceSubject.isPossible(identifier)).isTrue();
        assertThat(DeviceSubject.isPossible(identifier.repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SN_1", "Gerät", "a*b", "a@b"})
    void namesNothingElse(String identifier) {
        assertThat(DeviceSubject.isPossible(identifier)).isFalse();
        assertThatThrownBy(() -> new DeviceSubject(identifier)).isInstanceOf(IllegalArgumentException.class);
    }
}
