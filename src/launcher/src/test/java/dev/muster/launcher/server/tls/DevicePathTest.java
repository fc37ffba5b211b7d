package dev.muster.launcher.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.launcher.server.Certificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;

class DevicePathTest {

    private static final AlgorithmIdentifier DSA = new AlgorithmIdentifier(NISTObjectIdentifiers.dsa_with_sha256);

    private static final X500Name STRANGER = new X500Name("CN=Stranger");

    /** Far more time than a path takes, and far less than one signature with the key of a stranger. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Certificates made = new Certificates();

    private final DevicePath paths = new DevicePath(made.anchors(), device -> Optional.empty());

    @Test
    void aDeviceBelowAnAuthorityOfTheRootPasses() throws Exception {
        paths.check(chain(made.device.certificate(), made.root.certificate(), made.authority.certificate()));
    }

    @Test
    void noStrangersKeyIsTried() throws Exception {
        X509Certificate authority = certificate(slowKey());
        X509Certificate device = certificate(
                SubjectPublicKeyInfo.getInstance(made.device.keys().getPublic().getEncoded()));
        CertificateRefusal refusal = assertTimeoutPreemptively(
                SOON,
                () -> catchThrowableOfType(CertificateRefusal.class, () -> paths.check(chain(device, authority))));
        assertThat(refusal.alert()).isEqualTo(Alert.UNKNOWN_CA);
    }

    /** A DSA key of 20,000 octets: certificates with it are small enough for a handshake. */
    private static SubjectPublicKeyInfo slowKey() throws IOException {
        BigInteger large = BigInteger.ONE.shiftLeft(160_000).subtract(BigInteger.ONE);
        BigInteger order = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        DSAParameter parameters =
                new DSAParameter(large, order, BigInteger.valueOf(3).pow(90_000));
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters), new ASN1Integer(5));
    }

    /** With a signature of the right form. */
    private static X509Certificate certificate(SubjectPublicKeyInfo key) throws Exception {
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(7));
        content.setSignature(DSA);
        content.setIssuer(STRANGER);
        content.setSubject(STRANGER);
        content.setStartDate(new Time(Date.from(Instant.now())));
        content.setEndDate(new Time(Date.from(Instant.now().plus(Duration.ofDays(1)))));
        content.setSubjectPublicKeyInfo(key);
        ASN1Integer half = new ASN1Integer(BigInteger.ONE.shiftLeft(250));
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(content.generateTBSCertificate());
        parts.add(DSA);
        parts.add(new DERBitString(new DERSequence(new ASN1Integer[] {half, half})));
        byte[] der = new DERSequence(parts).getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static X509Certificate[] chain(X509Certificate... certificates) {
        return certificates;
    }
}
