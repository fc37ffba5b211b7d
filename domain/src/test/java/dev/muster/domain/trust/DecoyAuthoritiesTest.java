package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.path.IssuerKind;
import dev.muster.domain.trust.path.PathFault;
import dev.muster.domain.trust.path.PathVerdict;
import dev.muster.domain.trust.path.TestPath;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test makes its own decoys, so that mutation testing sees what each test covers. */
class DecoyAuthoritiesTest {

    private final DecoyAuthorities decoys = DecoyAuthorities.generate(new SecureRandom());

    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-384", "RSA-2048", "RSA-3072", "RSA-4096", "Ed25519"})
    void decoyIsOfTheKindThatSigned(String kind) {
        TestCertificate.Issued issuer =
                TestCertificate.authority(kind, "Factory", 0).by(TestPath.ROOT);
        byte[] device = TestCertificate.leaf().by(issuer).der();
        byte[] decoy = decoys.issuerOf(device, Optional.empty());
        assertThat(IssuerKind.thatSigned(device)).isEqualTo(IssuerKind.of(issuer.der()));
        assertThat(IssuerKind.of(decoy)).isEqualTo(IssuerKind.of(issuer.der()));
        assertThat(decoys.issuerOf(device, Optional.of(issuer.der()))).isEqualTo(issuer.der());
    }

    @Test
    void knownIssuerOfAnotherKindGivesWayToADecoy() {
        TestCertificate.Issued p384 =
                TestCertificate.authority("P-384", "Factory", 0).by(TestPath.ROOT);
        byte[] device = TestCertificate.leaf().by(TestPath.DEVICE_CA).der();
        assertThat(decoys.issuerOf(device, Optional.of(p384.der())))
                .isEqualTo(decoys.issuerOf(device, Optional.empty()))
                .isNotEqualTo(p384.der());
    }

    /** Nothing that is checked before the signatures may distinguish a decoy from an issuer. */
    @Test
    void decoyIsReadToTheEnd() {
        TestCertificate.Issued device = TestCertificate.leaf().by(TestPath.DEVICE_CA);
        byte[] decoy = decoys.issuerOf(device.der(), Optional.empty());
        PathVerdict verdict = new TestPath(TestPath.of(device).chain(), decoy, TestPath.ROOT.der()).validate();
        assertThat(verdict).isEqualTo(new PathVerdict.Refused(PathFault.NAME_CHAINING, 0));
    }

    @Test
    void whatIsNoCertificateHasADecoy() {
        assertThat(decoys.issuerOf(new byte[] {1}, Optional.empty())).isNotNull();
    }
}
