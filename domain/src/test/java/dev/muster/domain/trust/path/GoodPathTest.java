package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.NOW;
import static dev.muster.domain.trust.TestCertificate.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.TestKeys;
import dev.muster.domain.trust.key.TestSignatures;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chains of which none may be refused: every key and signature, and whatever a factory may reasonably write. */
class GoodPathTest {

    private static final String IMEI = "356938035643809";
    private static final ASN1ObjectIdentifier PRIVATE = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final List<String> KINDS = List.of("P-256", "P-384", "RSA-2048", "RSA-3072", "Ed25519");
    private static final byte[] RAW = "not ASN.1".getBytes(StandardCharsets.US_ASCII);

    /** One good chain. */
    record Case(String name, Optional<String> identifier, Supplier<TestPath> path) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(keys(), signatures(), chains(), fields(), usages(), extensions(), identifiers())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isNotRefused(Case good) {
        TestPath path = good.path().get();
        assertThat(path.validate()).isInstanceOfSatisfying(PathVerdict.Valid.class, valid -> {
            assertThat(valid.device().identifier()).isEqualTo(good.identifier());
            assertThat(valid.device().publicKey())
                    .isEqualTo(TestSignatures.encoded(
                            Certificate.getInstance(path.chain().get(0)).getSubjectPublicKeyInfo()));
        });
    }

    private static List<Case> keys() {
        List<Case> cases = new ArrayList<>();
        for (String issuer : KINDS) {
            for (String device : KINDS) {
                cases.add(good(device + " under " + issuer, () -> under(authority(issuer), leaf(device))));
            }
        }
        cases.add(device("a compressed point", c -> c.key(compressed())));
        return cases;
    }

    private static SubjectPublicKeyInfo compressed() {
        SubjectPublicKeyInfo key = TestKeys.publicKey("P-256", "leaf");
        byte[] point = ECNamedCurveTable.getByOID(SECObjectIdentifiers.secp256r1)
                .getCurve()
                .decodePoint(key.getPublicKeyData().getOctets())
                .getEncoded(true);
        return new SubjectPublicKeyInfo(key.getAlgorithm(), point);
    }

    private static List<Case> signatures() {
        List<Case> cases = new ArrayList<>();
        for (String hash : List.of("256", "384", "512")) {
            String sha = "SHA" + hash;
            int size = Integer.parseInt(hash) / 8;
            for (String curve : List.of("P-256", "P-384")) {
                cases.add(signed(sha + "withECDSA", curve, c -> c.signed(sha + "withECDSA")));
            }
            cases.add(signed(sha + "withRSA", "RSA-2048", c -> c.signed(sha + "withRSA")));
            cases.add(signed(
                    sha + " with PSS",
                    "RSA-2048",
                    c -> c.signed(sha + "withRSAandMGF1", TestSignatures.pss("SHA-" + hash, size))));
        }
        cases.add(signed(
                "PSS with the longest salt",
                "RSA-2048",
                c -> c.signed("SHA256withRSAandMGF1", TestSignatures.pss("SHA-256", 222))));
        cases.add(signed(
                "RSA without parameters",
                "RSA-2048",
                c -> c.algorithm(a -> new AlgorithmIdentifier(a.getAlgorithm()))));
        return cases;
    }

    private static List<Case> chains() {
        TestCertificate.Issued device = leaf().by(TestPath.DEVICE_CA);
        TestCertificate.Issued deeper =
                TestCertificate.authority("P-384", "Lowest", 0).by(TestPath.LINE);
        TestCertificate.Issued renewed = TestCertificate.authority("P-256", "Renewed", 0)
                .subject(TestPath.DEVICE_CA.name())
                .by(TestPath.DEVICE_CA);
        TestCertificate.Issued increasing =
                TestCertificate.authority("P-256", "Line", 7).by(TestPath.DEEP_CA);
        byte[] issuer = TestPath.DEVICE_CA.der();
        return List.of(
                good("the device alone", () -> TestPath.of(device)),
                good("with its issuer", () -> TestPath.of(device.der(), issuer)),
                good("with its issuer and the root", () -> TestPath.of(device.der(), issuer, TestPath.ROOT.der())),
                good("with an authority between", () -> TestPath.deep(leaf().by(TestPath.LINE), TestPath.LINE)),
                good("with two between", () -> TestPath.deep(leaf().by(deeper), deeper, TestPath.LINE)),
                good(
                        "with two between and the issuer",
                        () -> TestPath.deep(leaf().by(deeper), deeper, TestPath.LINE, TestPath.DEEP_CA)),
                good(
                        "with one between, the issuer and the root",
                        () -> TestPath.deep(
                                leaf().by(TestPath.LINE), TestPath.LINE, TestPath.DEEP_CA, TestPath.DEEP_ROOT)),
                good(
                        "with a longer path allowed below a shorter",
                        () -> TestPath.deep(leaf().by(increasing), increasing)),
                good(
                        "with a renewed key, which counts for no length",
                        () -> TestPath.of(leaf().by(renewed).der(), renewed.der())),
                good("nearly 16 KiB", () -> TestPath.leaf(c -> c.with(PRIVATE, false, new byte[15 * 1024]))));
    }

    private static List<Case> fields() {
        X500Name spaced = new X500Name("O=  ACME ,CN=factory");
        return List.of(
                device("serial number 1", c -> c.serial(BigInteger.ONE)),
                device(
                        "serial number of 20 octets",
                        c -> c.serial(BigInteger.TWO.pow(159).subtract(BigInteger.ONE))),
                device("valid from now", c -> c.from(NOW)),
                device("valid until now", c -> c.until(NOW)),
                device("valid in this second alone", c -> c.from(NOW).until(NOW)),
                device("until the end of 2049", c -> c.until(Instant.parse("2049-12-31T23:59:59Z"))),
                device("until 2050, beyond its issuer", c -> c.until(Instant.parse("2050-01-01T00:00:00Z"))),
                device(
                        "without an end (RFC 5280 section 4.1.2.5)",
                        c -> c.until(Instant.parse("9999-12-31T23:59:59Z"))),
                device("from 1950", c -> c.from(Instant.parse("1950-01-01T00:00:00Z"))),
                device("issuer's name in other letters and spaces", c -> c.issuer(spaced)));
    }

    private static List<Case> usages() {
        return List.of(
                device(
                        "key usage not critical",
                        c -> c.with(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature))),
                device(
                        "other key usages, too",
                        c -> c.with(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature
                                        | KeyUsage.nonRepudiation
                                        | KeyUsage.keyEncipherment
                                        | KeyUsage.keyAgreement))),
                device(
                        "for clients and servers",
                        c -> c.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                        }))),
                device(
                        "for clients and a purpose of one's own",
                        c -> c.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                            KeyPurposeId.id_kp_clientAuth, KeyPurposeId.getInstance(PRIVATE)
                        }))),
                device(
                        "extended key usage critical",
                        c -> c.with(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))),
                device("no basic constraints", c -> c.without(Extension.basicConstraints)),
                device(
                        "basic constraints not critical",
                        c -> c.with(Extension.basicConstraints, false, new BasicConstraints(false))),
                device(
                        "basic constraints that say nothing",
                        c -> c.with(Extension.basicConstraints, true, new byte[] {0x30, 0})),
                issuer(
                        "issuer for clients",
                        c -> c.with(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))),
                issuer(
                        "issuer for anything",
                        c -> c.with(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage))),
                issuer(
                        "issuer without a limit of length",
                        c -> c.with(Extension.basicConstraints, true, new BasicConstraints(true))));
    }

    private static List<Case> extensions() {
        GeneralNames root = new GeneralNames(new GeneralName(TestPath.ROOT.name()));
        PolicyConstraints required = new PolicyConstraints(BigInteger.ZERO, null);
        AccessDescription access = new AccessDescription(
                X509ObjectIdentifiers.id_ad_caIssuers,
                new GeneralName(GeneralName.uniformResourceIdentifier, "http://acme.example/ca"));
        return List.of(
                device("without key identifiers", TestCertificate::withoutKeyIdentifiers),
                issuer("issuer without key identifiers", TestCertificate::withoutKeyIdentifiers),
                device(
                        "the issuer by its certificate",
                        c -> c.with(
                                Extension.authorityKeyIdentifier,
                                false,
                                new AuthorityKeyIdentifier(root, TestPath.DEVICE_CA.serial()))),
                device("an extension of one's own", c -> c.with(PRIVATE, false, new DERUTF8String("x"))),
                device("an extension of one's own that is no ASN.1", c -> c.with(PRIVATE, false, RAW)),
                device(
                        "access to information",
                        c -> c.with(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(access))),
                device(
                        "alternative names",
                        c -> BadPathTest.alternative(c, GeneralName.dNSName, "tracker-1.acme.example")),
                device(
                        "alternative names, critical",
                        c -> c.with(
                                Extension.subjectAlternativeName,
                                true,
                                new GeneralNames(new GeneralName(GeneralName.rfc822Name, "a@acme.example")))),
                device("a policy", c -> BadPathTest.policy(c, PRIVATE)),
                issuer(
                        "a policy that is required, and there",
                        c -> BadPathTest.policy(c, PRIVATE).with(Extension.policyConstraints, true, required),
                        c -> BadPathTest.policy(c, PRIVATE)),
                issuer(
                        "a name that is permitted",
                        c -> c.with(
                                Extension.nameConstraints,
                                true,
                                BadPathTest.permitted(
                                        BadPathTest.subtree(new GeneralName(new X500Name("O=Acme"))),
                                        BadPathTest.subtree(new GeneralName(GeneralName.dNSName, "acme.example")))),
                        c -> BadPathTest.alternative(
                                c.subject("O=Acme,SERIALNUMBER=" + IMEI), GeneralName.dNSName, "a.acme.example")),
                issuer(
                        "a name that is not excluded",
                        c -> c.with(
                                Extension.nameConstraints,
                                true,
                                BadPathTest.excluded(BadPathTest.subtree(new GeneralName(new X500Name("O=Other"))))),
                        c -> c.subject("O=Acme,SERIALNUMBER=" + IMEI)));
    }

    private static List<Case> identifiers() {
        String longest = "A1 '()+,-./:=?".repeat(5).substring(0, 64);
        return List.of(
                named("serial number alone", IMEI, new DERPrintableString(IMEI), null),
                named("serial number and another common name", IMEI, new DERPrintableString(IMEI), utf8("Tracker")),
                named("common name alone", IMEI, null, new DERPrintableString(IMEI)),
                named("common name alone, in UTF-8", IMEI, null, utf8(IMEI)),
                named("one character", "7", new DERPrintableString("7"), null),
                named("64 characters of every kind", longest, new DERPrintableString(longest), null),
                named("a MAC address", "00:1A:2B:3C:4D:5E", null, utf8("00:1A:2B:3C:4D:5E")),
                named(
                        "a serial number beside a name in other letters",
                        IMEI,
                        new DERPrintableString(IMEI),
                        utf8("Ünal")),
                named("no identifier: 65 characters", null, new DERPrintableString(longest + "1"), null),
                named("no identifier: no character", null, new DERPrintableString(""), null),
                named("no identifier: a serial number in UTF-8", null, utf8(IMEI), null),
                named("no identifier: an unusable serial number, in spite of its name", null, utf8("_"), utf8(IMEI)),
                named("no identifier: other letters", null, null, utf8("Ünal")),
                named("no identifier: an underscore", null, null, utf8("SN_1")),
                named("no identifier: a PrintableString that is none", null, new DERPrintableString("SN_1"), null),
                named("no identifier: another kind of string", null, null, new DERIA5String(IMEI)),
                named("no identifier: neither of the two", null, null, null),
                new Case(
                        "several common names beside a serial number",
                        Optional.of(IMEI),
                        () -> TestPath.leaf(c -> c.subject("CN=a,CN=b,SERIALNUMBER=" + IMEI))));
    }

    private static Case named(String name, String identifier, ASN1Encodable serialNumber, ASN1Encodable commonName) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
        subject.addRDN(BCStyle.OU, "Line 1");
        if (commonName != null) {
            subject.addRDN(BCStyle.CN, commonName);
        }
        if (serialNumber != null) {
            subject.addRDN(BCStyle.SERIALNUMBER, serialNumber);
        }
        return new Case(name, Optional.ofNullable(identifier), () -> TestPath.leaf(c -> c.subject(subject.build())));
    }

    private static ASN1Encodable utf8(String text) {
        return new DERUTF8String(text);
    }

    private static Case good(String name, Supplier<TestPath> path) {
        return new Case(name, Optional.of(IMEI), path);
    }

    private static Case device(String name, UnaryOperator<TestCertificate> change) {
        return good(name, () -> TestPath.leaf(change));
    }

    private static Case issuer(String name, UnaryOperator<TestCertificate> change) {
        return issuer(name, change, UnaryOperator.identity());
    }

    private static Case issuer(
            String name, UnaryOperator<TestCertificate> change, UnaryOperator<TestCertificate> device) {
        return good(
                name,
                () -> under(
                        change.apply(TestCertificate.authority("P-256", "Factory", 0))
                                .by(TestPath.ROOT),
                        device.apply(leaf())));
    }

    private static Case signed(String name, String issuer, UnaryOperator<TestCertificate> change) {
        return good(name + " by " + issuer, () -> under(authority(issuer), change.apply(leaf())));
    }

    private static TestCertificate.Issued authority(String kind) {
        return TestCertificate.authority(kind, "Factory", 0).by(TestPath.ROOT);
    }

    private static TestPath under(TestCertificate.Issued issuer, TestCertificate device) {
        return new TestPath(List.of(device.by(issuer).der()), issuer.der(), TestPath.ROOT.der());
    }
}
