package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.BadPath.NOBODY;
import static dev.muster.domain.trust.path.BadPath.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.key.KeyFault;
import dev.muster.domain.trust.key.Moduli;
import dev.muster.domain.trust.key.OutsideKeyPolicy;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;

/** Chains at a limit of the validator. */
class PathLimitsTest {

    private static final int MAX_OCTETS = 16 * 1024;
    private static final BigInteger F4 = BigInteger.valueOf(65537);

    /** Its signatures always have the same length. */
    private static final TestCertificate.Issued ED25519_CA =
            TestCertificate.authority("Ed25519", "Factory", 0).by(TestPath.ROOT);

    /** A device's certificate that the caller names as the issuer. */
    private static final TestCertificate.Issued NO_AUTHORITY =
            TestCertificate.leaf().by(TestPath.ROOT);

    @Test
    void aChainMayHave16KiB() {
        int rest = MAX_OCTETS - ofExtension(MAX_OCTETS / 2).der().length;
        TestCertificate.Issued largest = ofExtension(MAX_OCTETS / 2 + rest);
        TestCertificate.Issued larger = ofExtension(MAX_OCTETS / 2 + rest + 1);
        assertThat(largest.der()).hasSize(MAX_OCTETS);
        assertThat(under(ED25519_CA, largest.der())).isInstanceOf(PathVerdict.Valid.class);
        assertThat(under(ED25519_CA, larger.der())).isEqualTo(new PathVerdict.Refused(PathFault.CHAIN_SIZE, 0));
    }

    /** The first certificate of a chain is always the device's, and is never taken for the issuer. */
    @Test
    void theIssuerIsNotItsOwnDevice() {
        byte[] issuer = NO_AUTHORITY.der();
        assertThat(under(NO_AUTHORITY, issuer)).isEqualTo(new PathVerdict.Refused(PathFault.ISSUER_NOT_CA, 1));
        assertThat(under(NO_AUTHORITY, issuer, TestPath.ROOT.der()))
                .isEqualTo(new PathVerdict.Refused(PathFault.ISSUER_NOT_CA, 2));
    }

    /** The server checked the issuer's key when it made the certificate. Here its factors are close. */
    @Test
    void onlyKeysFromTheChainAreChecked() throws Exception {
        BigInteger prime = Moduli.prime(1024);
        BigInteger other = prime.nextProbablePrime();
        KeyPair weak = rsa(prime, other);
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(weak.getPublic().getEncoded());
        TestCertificate.Issued certified =
                TestCertificate.authority("P-256", "Factory", 0).key(key).by(TestPath.ROOT);
        TestCertificate.Issued issuer = new TestCertificate.Issued(
                certified.der(), weak, certified.name(), key, certified.serial(), certified.issuer());
        byte[] device = TestCertificate.leaf().by(issuer).der();
        assertThat(OutsideKeyPolicy.check(weak.getPublic().getEncoded())).contains(KeyFault.RSA_CLOSE_PRIMES);
        assertThat(under(issuer, device)).isInstanceOf(PathVerdict.Valid.class);
    }

    /** The device names an issuer, but the issuer has no name. */
    @Test
    void anIssuerHasAName() {
        TestPath path = TestPath.issuer(c -> c.subject(NOBODY), c -> c.issuer(new X500Name("O=Acme,CN=Factory")));
        assertThat(path.validate()).isEqualTo(new PathVerdict.Refused(PathFault.EMPTY_NAME, 1));
    }

    private static KeyPair rsa(BigInteger p, BigInteger q) throws GeneralSecurityException {
        BigInteger modulus = p.multiply(q);
        BigInteger order = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        return new KeyPair(
                rsa.generatePublic(new RSAPublicKeySpec(modulus, F4)),
                rsa.generatePrivate(new RSAPrivateKeySpec(modulus, F4.modInverse(order))));
    }

    private static TestCertificate.Issued ofExtension(int octets) {
        return TestCertificate.leaf()
                .serial(BigInteger.ONE)
                .with(PRIVATE, false, new byte[octets])
                .by(ED25519_CA);
    }

    private static PathVerdict under(TestCertificate.Issued issuer, byte[]... chain) {
        return new TestPath(List.of(chain), issuer.der(), TestPath.ROOT.der()).validate();
    }
}
