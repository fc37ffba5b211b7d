package dev.muster.domain.trust.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.CertificateSigningRequest;
import dev.muster.domain.trust.DerTree;
import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.key.KeyFault;
import dev.muster.domain.trust.key.OutsideKeyPolicy;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Encodings that a lenient reader accepts, or that make it fail. Each is refused for its own reason. */
class StrictEncodingTest {

    private static final DERSet NO_ATTRIBUTE = new DERSet(DERNull.INSTANCE);

    /** A chain with a wrong leaf. */
    record Case(String name, PathFault fault, UnaryOperator<TestCertificate> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> leaves() {
        return Stream.of(
                extension("cA FALSE, written", Extension.basicConstraints, 0x30, 3, 1, 1, 0),
                extension("cA FALSE, written, before a limit", Extension.basicConstraints, 0x30, 6, 1, 1, 0, 2, 1, 0),
                extension("TRUE as 01", Extension.basicConstraints, 0x30, 3, 1, 1, 1),
                extension("key usage with a zero bit at the end", Extension.keyUsage, 3, 2, 6, 0x80),
                extension("key usage with seven zero bits at the end", Extension.keyUsage, 3, 2, 0, 0x80),
                extension("key usage with a zero octet at the end", Extension.keyUsage, 3, 3, 0, 0x80, 0),
                extension("key usage with ones among the unused bits", Extension.keyUsage, 3, 2, 7, 0x81),
                extension("an empty subject key identifier", Extension.subjectKeyIdentifier, 4, 0),
                extension("a subject key identifier that is a number", Extension.subjectKeyIdentifier, 2, 1, 1),
                key("an RSA key without octets", PKCSObjectIdentifiers.rsaEncryption, new byte[0]),
                key("an RSA key that is NULL", PKCSObjectIdentifiers.rsaEncryption, new byte[] {5, 0}),
                key("an RSA key of one number", PKCSObjectIdentifiers.rsaEncryption, new byte[] {0x30, 3, 2, 1, 3}),
                key("an RSA key cut off", PKCSObjectIdentifiers.rsaEncryption, new byte[] {0x30, 8, 2, 1}),
                name("a part of the subject that is NULL", NO_ATTRIBUTE),
                name("a part of the subject without a value", new DERSet(new DERSequence(BCStyle.CN))),
                name("a part of the subject that is empty", new DERSet()),
                name("a subject that is deep", nested()),
                distributionPoint("reasons with a zero bit at the end", new byte[] {(byte) 0x81, 2, 6, (byte) 0x80}));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void ofALeafIsRefused(Case wrong) {
        assertThat(TestPath.leaf(wrong.change()).validate()).isEqualTo(new PathVerdict.Refused(wrong.fault(), 0));
    }

    @Test
    void criticalFalseIsNotWritten() {
        byte[] leaf = TestCertificate.leaf().by(TestPath.DEVICE_CA).der();
        DerTree tree = DerTree.of(leaf);
        DerTree extension = tree.children.get(0).children.stream()
                .filter(field -> field.tag == 0xa3)
                .findFirst()
                .orElseThrow()
                .children
                .get(0)
                .children
                .stream()
                .filter(one -> one.children.size() == 2)
                .findFirst()
                .orElseThrow();
        byte[] name = extension.children.get(0).encode();
        byte[] value = extension.children.get(1).encode();
        byte[] body = Arrays.copyOf(name, name.length + 3 + value.length);
        System.arraycopy(new byte[] {1, 1, 0}, 0, body, name.length, 3);
        System.arraycopy(value, 0, body, name.length + 3, value.length);
        byte[] mutant = Resigning.of(
                tree.encode(extension, DerTree.wrap(0x30, body)),
                TestPath.DEVICE_CA.keys().getPrivate());
        assertThat(TestPath.of(mutant).validate()).isEqualTo(new PathVerdict.Refused(PathFault.MALFORMED, 0));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(ints = {1, 4, 7})
    void unusedBitsInTheSignatureAreRefused(int unused) {
        byte[] leaf = TestCertificate.leaf().by(TestPath.DEVICE_CA).der();
        DerTree tree = DerTree.of(leaf);
        DerTree signature = tree.children.get(2);
        byte[] body = signature.body(null, null);
        body[0] = (byte) unused;
        body[body.length - 1] &= (byte) (0xff << unused);
        byte[] mutant = tree.encode(signature, DerTree.wrap(3, body));
        assertThat(TestPath.of(mutant).validate()).isEqualTo(new PathVerdict.Refused(PathFault.MALFORMED, 0));
        assertThat(ShownCertificate.read(mutant)).isEmpty();
    }

    /** As many parts as the name of its issuer, so that each part is compared with one. */
    @Test
    void brokenPartsOfTheIssuersNameAreRefused() {
        X500Name broken = X500Name.getInstance(new DERSequence(new ASN1Encodable[] {NO_ATTRIBUTE, NO_ATTRIBUTE}));
        assertThat(broken.size()).isEqualTo(TestPath.DEVICE_CA.name().size());
        assertThat(TestPath.leaf(c -> c.issuer(broken)).validate())
                .isEqualTo(new PathVerdict.Refused(PathFault.MALFORMED, 0));
    }

    /** The first name is right, so that the comparison of the names never comes to the second. */
    @Test
    void brokenNamesInAnAuthoritysIdentifierAreRefused() {
        X500Name broken = X500Name.getInstance(new DERSequence(NO_ATTRIBUTE));
        GeneralNames names =
                new GeneralNames(new GeneralName[] {new GeneralName(TestPath.ROOT.name()), new GeneralName(broken)});
        AuthorityKeyIdentifier authority = new AuthorityKeyIdentifier(names, TestPath.DEVICE_CA.serial());
        assertThat(TestPath.leaf(c -> c.with(Extension.authorityKeyIdentifier, false, authority))
                        .validate())
                .isEqualTo(new PathVerdict.Refused(PathFault.EXTENSION, 0));
    }

    @Test
    void theDefaultOfASubtreeIsNotWritten() {
        ASN1Encodable name = new GeneralName(new X500Name("O=Other"));
        ASN1Encodable minimum = new DERTaggedObject(false, 0, new ASN1Integer(0));
        ASN1Encodable subtrees = new DERSequence(new DERSequence(new ASN1Encodable[] {name, minimum}));
        DERSequence constraints = new DERSequence(new DERTaggedObject(false, 1, subtrees));
        assertThat(TestPath.issuer(c -> c.with(Extension.nameConstraints, true, constraints))
                        .validate())
                .isEqualTo(new PathVerdict.Refused(PathFault.EXTENSION, 1));
    }

    @Test
    void theDefaultsOfPssAreNotWritten() {
        DERTaggedObject trailer = new DERTaggedObject(true, 3, new ASN1Integer(1));
        TestPath path = TestPath.leaf(c -> c.algorithm(a ->
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, new DERSequence(new ASN1Encodable[] {
                    new DERTaggedObject(true, 0, new RSASSAPSSparams().getHashAlgorithm()), trailer
                }))));
        assertThat(path.validate()).isEqualTo(new PathVerdict.Refused(PathFault.SIGNATURE_ALGORITHM, 0));
    }

    @Test
    void whatIsDeepIsReadByNothing() {
        byte[] deep = new byte[12_000];
        for (int i = 0; i < deep.length; i += 4) {
            int rest = deep.length - i - 4;
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x82;
            deep[i + 2] = (byte) (rest >> 8);
            deep[i + 3] = (byte) rest;
        }
        assertThat(TestPath.of(deep).validate()).isEqualTo(new PathVerdict.Refused(PathFault.MALFORMED, 0));
        assertThat(ShownCertificate.read(deep)).isEmpty();
        assertThat(CertificateSigningRequest.isReadable(deep)).isFalse();
        assertThat(OutsideKeyPolicy.check(deep)).contains(KeyFault.MALFORMED);
    }

    private static Case extension(String name, org.bouncycastle.asn1.ASN1ObjectIdentifier extension, int... octets) {
        byte[] value = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            value[i] = (byte) octets[i];
        }
        boolean critical = !Extension.subjectKeyIdentifier.equals(extension);
        return new Case(name, PathFault.EXTENSION, c -> c.with(extension, critical, value));
    }

    private static Case key(String name, org.bouncycastle.asn1.ASN1ObjectIdentifier algorithm, byte[] octets) {
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(new DERSequence(
                new ASN1Encodable[] {new AlgorithmIdentifier(algorithm, DERNull.INSTANCE), new DERBitString(octets)}));
        return new Case(name, PathFault.KEY, c -> c.withoutKeyIdentifiers().key(key));
    }

    private static Case name(String name, ASN1Encodable part) {
        return new Case(name, PathFault.MALFORMED, c -> c.subject(X500Name.getInstance(new DERSequence(part))));
    }

    private static ASN1Encodable nested() {
        ASN1Encodable value = DERNull.INSTANCE;
        for (int i = 0; i < 100; i++) {
            value = new DERSet(value);
        }
        return value;
    }

    private static Case distributionPoint(String name, byte[] reasons) {
        byte[] value = {0x30, 6, 0x30, 4, reasons[0], reasons[1], reasons[2], reasons[3]};
        return new Case(name, PathFault.EXTENSION, c -> c.with(Extension.cRLDistributionPoints, false, value));
    }
}
