package dev.muster.domain.trust.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.trust.key.KeyAlgorithm;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares each field of an issued certificate, read from the DER, with the table of protocol.md. */
class CertificateIssuerTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.456Z");
    private static final Instant SECOND = Instant.parse("2026-03-01T10:20:30Z");
    private static final URI CRL = URI.create("https://muster.example/api/v1/pki/crl/1");
    private static final String ACCESS_KEY = "ABCDEFGHIJKLMNOPQRSTUVWX27";
    private static final KeyPair ROOT_KEYS = CertificateIssuer.newRootKeys(RANDOM);
    private static final X509Certificate ROOT =
            CertificateIssuer.platformRoot(CertificateSubject.of("Muster", "Muster root"), ROOT_KEYS, NOW, RANDOM);
    private static final CertificateIssuer ISSUER = new CertificateIssuer(ROOT, ROOT_KEYS.getPrivate());
    private static final CertificateSubject SUBJECT = new CertificateSubject("Ünal #1, Inc.", "#0c01", ACCESS_KEY);

    @Test
    void rootIsWhatTheTableSays() throws Exception {
        Certificate root = read(ROOT);
        assertThat(root.getVersionNumber()).isEqualTo(3);
        assertThat(root.getIssuer()).isEqualTo(root.getSubject());
        assertThat(ROOT.getNotBefore()).isEqualTo(SECOND);
        assertThat(ROOT.getNotAfter()).isEqualTo(Instant.parse("2046-03-01T10:20:30Z"));
        assertExtensions(root, Extension.basicConstraints, Extension.keyUsage, Extension.subjectKeyIdentifier);
        assertCritical(root, Extension.basicConstraints, Extension.keyUsage);
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions(root));
        assertThat(constraints.isCA()).isTrue();
        assertThat(constraints.getPathLenConstraint().intValueExact()).isEqualTo(1);
        assertThat(KeyUsage.fromExtensions(extensions(root)))
                .isEqualTo(new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        assertKeyIdentifier(root, ROOT_KEYS.getPublic());
        ROOT.verify(ROOT_KEYS.getPublic());
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072", "ED25519"})
    void proofIsWhatTheTableSays(KeyAlgorithm algorithm) throws Exception {
        PublicKey key = algorithm.generate(RANDOM).getPublic();
        X509Certificate issued = ISSUER.proof(SUBJECT, key, 365, CRL, NOW, RANDOM);
        Certificate proof = read(issued);
        assertThat(proof.getVersionNumber()).isEqualTo(3);
        assertThat(proof.getIssuer()).isEqualTo(read(ROOT).getSubject());
        assertThat(proof.getSubjectPublicKeyInfo().getEncoded()).isEqualTo(key.getEncoded());
        assertExtensions(
                proof,
                Extension.basicConstraints,
                Extension.keyUsage,
                Extension.extendedKeyUsage,
                Extension.subjectKeyIdentifier,
                Extension.authorityKeyIdentifier,
                Extension.cRLDistributionPoints);
        assertCritical(proof, Extension.basicConstraints, Extension.keyUsage);
        assertLeaf(proof);
        assertKeyIdentifier(proof, key);
        assertThat(CRLDistPoint.getInstance(extensions(proof).getExtensionParsedValue(Extension.cRLDistributionPoints))
                        .getDistributionPoints())
                .singleElement()
                .satisfies(point -> assertThat(GeneralNames.getInstance(
                                        point.getDistributionPoint().getName())
                                .getNames())
                        .containsExactly(new GeneralName(GeneralName.uniformResourceIdentifier, CRL.toString())));
        issued.verify(ROOT.getPublicKey());
    }

    @Test
    void subjectHasItsValuesAsTheyAre() throws Exception {
        X509Certificate issued = ISSUER.proof(SUBJECT, ecKey(), 1, CRL, NOW, RANDOM);
        RDN[] names = read(issued).getSubject().getRDNs();
        assertThat(names)
                .containsExactly(
                        rdn(BCStyle.O, new DERUTF8String("Ünal #1, Inc.")),
                        rdn(BCStyle.CN, new DERUTF8String("#0c01")),
                        rdn(BCStyle.SERIALNUMBER, new DERPrintableString(ACCESS_KEY)));
        assertThat(names[1].getFirst().getValue()).isInstanceOf(DERUTF8String.class);
        assertThat(names[2].getFirst().getValue()).isInstanceOf(DERPrintableString.class);
    }

    @Test
    void serverIsForItsNamesAndForServingAlone() throws Exception {
        ServerNames names = new ServerNames(List.of("localhost", "muster.example", "127.0.0.1", "::1"));
        PublicKey key = ecKey();
        X509Certificate issued = ISSUER.server(CertificateSubject.of("Muster", "Server"), names, key, 397, NOW, RANDOM);
        Certificate server = read(issued);
        assertExtensions(
                server,
                Extension.basicConstraints,
                Extension.keyUsage,
                Extension.extendedKeyUsage,
                Extension.subjectKeyIdentifier,
                Extension.authorityKeyIdentifier,
                Extension.subjectAlternativeName);
        assertCritical(server, Extension.basicConstraints, Extension.keyUsage);
        assertLeaf(server);
        assertKeyIdentifier(server, key);
        assertThat(ExtendedKeyUsage.fromExtensions(extensions(server)).getUsages())
                .containsExactly(KeyPurposeId.id_kp_serverAuth);
        assertThat(issued.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "localhost"),
                        List.of(2, "muster.example"),
                        List.of(7, "127.0.0.1"),
                        List.of(7, "0:0:0:0:0:0:0:1"));
        assertThat(Duration.between(
                        issued.getNotBefore().toInstant(), issued.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(397));
    }

    @Test
    void serialNumbersArePositiveLongAndDifferent() {
        PublicKey key = ecKey();
        Set<Integer> firstOctets = new java.util.HashSet<>();
        for (int i = 0; i < 50; i++) {
            byte[] serial = ISSUER.proof(SUBJECT, key, 1, CRL, NOW, RANDOM)
                    .getSerialNumber()
                    .toByteArray();
            assertThat(serial).hasSize(16);
            assertThat(serial[0]).isGreaterThanOrEqualTo((byte) 0x40);
            firstOctets.add((int) serial[1]);
        }
        assertThat(firstOctets).hasSizeGreaterThan(20);
    }

    /** RFC 5280 section 4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050. */
    @Test
    void datesAreWrittenAsTheStandardWants() throws Exception {
        Instant later = Instant.parse("2035-01-01T00:00:00Z");
        Certificate root =
                read(CertificateIssuer.platformRoot(CertificateSubject.of("Muster", "Root"), ROOT_KEYS, later, RANDOM));
        assertThat(root.getStartDate().toASN1Primitive()).isInstanceOf(ASN1UTCTime.class);
        assertThat(root.getEndDate().toASN1Primitive()).isInstanceOf(ASN1GeneralizedTime.class);
    }

    /** RFC 5758 section 3.2 and RFC 3279 section 2.3.1: no parameters for ECDSA, NULL for an RSA key. */
    @Test
    void algorithmsHaveTheParametersOfTheirKind() throws Exception {
        PublicKey rsa = KeyAlgorithm.RSA_3072.generate(RANDOM).getPublic();
        Certificate proof = read(ISSUER.proof(SUBJECT, rsa, 1, CRL, NOW, RANDOM));
        assertThat(proof.getSignatureAlgorithm().getAlgorithm()).isEqualTo(X9ObjectIdentifiers.ecdsa_with_SHA256);
        assertThat(proof.getSignatureAlgorithm().getParameters()).isNull();
        assertThat(proof.getTBSCertificate().getSignature()).isEqualTo(proof.getSignatureAlgorithm());
        assertThat(proof.getSubjectPublicKeyInfo().getAlgorithm().getParameters())
                .isEqualTo(DERNull.INSTANCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 365, 1095})
    void proofLivesAsManyDaysAsWereAsked(int days) {
        X509Certificate issued = ISSUER.proof(SUBJECT, ecKey(), days, CRL, NOW, RANDOM);
        assertThat(issued.getNotBefore()).isEqualTo(SECOND);
        assertThat(issued.getNotAfter()).isEqualTo(SECOND.plus(Duration.ofDays(days)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1096, Integer.MAX_VALUE})
    void proofOfOtherLengthsIsRefused(int days) {
        assertRefused(
                CertificateRefusedException.Reason.VALIDITY,
                () -> ISSUER.proof(SUBJECT, ecKey(), days, CRL, NOW, RANDOM));
    }

    @Test
    void serverBeyond397DaysIsRefused() {
        ServerNames names = new ServerNames(List.of("localhost"));
        assertRefused(
                CertificateRefusedException.Reason.VALIDITY,
                () -> ISSUER.server(SUBJECT, names, ecKey(), 398, NOW, RANDOM));
    }

    @Test
    void nothingOutlivesOrPrecedesItsIssuer() {
        Instant lastDay = ROOT.getNotAfter().toInstant().minus(Duration.ofDays(1));
        assertThat(ISSUER.proof(SUBJECT, ecKey(), 1, CRL, lastDay, RANDOM).getNotAfter())
                .isEqualTo(ROOT.getNotAfter());
        assertRefused(
                CertificateRefusedException.Reason.BEYOND_ISSUER,
                () -> ISSUER.proof(SUBJECT, ecKey(), 2, CRL, lastDay, RANDOM));
        assertRefused(
                CertificateRefusedException.Reason.BEYOND_ISSUER,
                () -> ISSUER.proof(SUBJECT, ecKey(), 2, CRL, NOW.minusSeconds(1), RANDOM));
    }

    @Test
    void keyThatIsNotTheIssuersMakesNoCertificate() {
        CertificateIssuer impostor = new CertificateIssuer(
                ROOT, CertificateIssuer.newRootKeys(RANDOM).getPrivate());
        assertThatThrownBy(() -> impostor.proof(SUBJECT, ecKey(), 1, CRL, NOW, RANDOM))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertLeaf(Certificate leaf) throws Exception {
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions(leaf));
        assertThat(constraints.isCA()).isFalse();
        assertThat(ASN1Sequence.getInstance(constraints.toASN1Primitive())).isEmpty();
        assertThat(KeyUsage.fromExtensions(extensions(leaf))).isEqualTo(new KeyUsage(KeyUsage.digitalSignature));
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.fromExtensions(extensions(leaf));
        assertThat(authority.getKeyIdentifierOctets())
                .isEqualTo(SubjectKeyIdentifier.fromExtensions(extensions(read(ROOT)))
                        .getKeyIdentifier());
        assertThat(authority.getAuthorityCertIssuer()).isNull();
    }

    private static void assertKeyIdentifier(Certificate certificate, PublicKey key) {
        byte[] bits = org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
        SHA1Digest digest = new SHA1Digest();
        digest.update(bits, 0, bits.length);
        byte[] expected = new byte[20];
        digest.doFinal(expected, 0);
        assertThat(SubjectKeyIdentifier.fromExtensions(extensions(certificate)).getKeyIdentifier())
                .isEqualTo(expected);
    }

    private static void assertExtensions(
            Certificate certificate, org.bouncycastle.asn1.ASN1ObjectIdentifier... expected) {
        assertThat(extensions(certificate).getExtensionOIDs()).containsExactlyInAnyOrder(expected);
    }

    private static void assertCritical(
            Certificate certificate, org.bouncycastle.asn1.ASN1ObjectIdentifier... expected) {
        assertThat(extensions(certificate).getCriticalExtensionOIDs()).containsExactlyInAnyOrder(expected);
    }

    private static void assertRefused(CertificateRefusedException.Reason reason, Runnable issuing) {
        assertThatThrownBy(issuing::run)
                .isInstanceOfSatisfying(
                        CertificateRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static RDN rdn(org.bouncycastle.asn1.ASN1ObjectIdentifier type, org.bouncycastle.asn1.ASN1Encodable value) {
        return new RDN(new AttributeTypeAndValue(type, value));
    }

    private static PublicKey ecKey() {
        return KeyAlgorithm.EC_P256.generate(RANDOM).getPublic();
    }

    private static Certificate read(X509Certificate certificate) throws Exception {
        return Certificate.getInstance(certificate.getEncoded());
    }

    private static Extensions extensions(Certificate certificate) {
        return certificate.getTBSCertificate().getExtensions();
    }
}
