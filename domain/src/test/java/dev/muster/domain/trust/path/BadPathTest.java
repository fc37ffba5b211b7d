package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.NOW;
import static dev.muster.domain.trust.TestCertificate.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.TestKeys;
import dev.muster.domain.trust.key.Moduli;
import dev.muster.domain.trust.key.TestSignatures;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962NamedCurves;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Chains that must not be believed, each made here and bad in one thing alone, and refused for it. Among them are those
 * that NIST's PKITS and x509-limbo describe and that can be told of a device's certificate: made anew, because their own
 * chains lead to their own roots.
 */
class BadPathTest {

    private static final BigInteger F4 = BigInteger.valueOf(65537);
    private static final X500Name NOBODY = X500Name.getInstance(new DERSequence());
    private static final ASN1ObjectIdentifier PRIVATE = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2");

    /**
     * One bad chain.
     *
     * @param position of the certificate at fault, 0 for the device's
     */
    record Case(String name, PathFault fault, int position, Supplier<TestPath> path) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                        chains(),
                        encodings(),
                        fields(),
                        times(),
                        signatures(),
                        keys(),
                        leafExtensions(),
                        extensions(),
                        subjects(),
                        links(),
                        issuers(),
                        authoritiesBetween(),
                        roots(),
                        nameConstraints(),
                        policies())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedForWhatItWasMadeFor(Case bad) {
        assertThat(bad.path().get().validate()).isEqualTo(new PathVerdict.Refused(bad.fault(), bad.position()));
    }

    /** Every reason has its case, except the one for what nobody has thought of. */
    @Test
    void everyReasonIsInTheTable() {
        Set<PathFault> seen = EnumSet.of(PathFault.PATH);
        cases().forEach(bad -> seen.add(bad.fault()));
        assertThat(seen).containsExactlyInAnyOrder(PathFault.values());
    }

    private static List<Case> chains() {
        byte[] good = leaf().by(TestPath.DEVICE_CA).der();
        return List.of(
                chain("no certificate", PathFault.CHAIN_LENGTH),
                chain("five certificates", PathFault.CHAIN_LENGTH, good, good, good, good, good),
                at(
                        0,
                        "more than 16 KiB",
                        PathFault.CHAIN_SIZE,
                        change -> change.with(PRIVATE, false, new byte[16 * 1024])));
    }

    private static List<Case> encodings() {
        byte[] good = leaf().by(TestPath.DEVICE_CA).der();
        byte[] text = "-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.US_ASCII);
        return List.of(
                chain("no octets", PathFault.MALFORMED, new byte[0]),
                chain("PEM", PathFault.MALFORMED, text),
                chain("cut off", PathFault.MALFORMED, Arrays.copyOf(good, good.length - 1)),
                chain("an octet after it", PathFault.MALFORMED, Arrays.copyOf(good, good.length + 1)),
                chain("two in one", PathFault.MALFORMED, concat(good, good)),
                chain("a longer length than needed", PathFault.MALFORMED, longLength(good)),
                chain("an indefinite length", PathFault.MALFORMED, indefinite(good)),
                chain("a field more", PathFault.MALFORMED, withField(good)),
                chain("not a certificate", PathFault.MALFORMED, new byte[] {0x30, 0}),
                chain("nested deeply", PathFault.MALFORMED, nested(2000)));
    }

    private static List<Case> fields() {
        BigInteger octets21 = BigInteger.ONE.shiftLeft(160);
        return List.of(
                at(0, "version 1", PathFault.VERSION, c -> c.version(null).withoutExtensions()),
                at(0, "version 1 with extensions", PathFault.VERSION, c -> c.version(null)),
                at(0, "version 2", PathFault.VERSION, c -> c.version(1)),
                at(0, "version 4", PathFault.VERSION, c -> c.version(3)),
                at(0, "serial number zero", PathFault.SERIAL_NUMBER, c -> c.serial(BigInteger.ZERO)),
                at(0, "negative serial number", PathFault.SERIAL_NUMBER, c -> c.serial(BigInteger.valueOf(-5))),
                at(0, "serial number of 21 octets", PathFault.SERIAL_NUMBER, c -> c.serial(octets21)),
                at(
                        0,
                        "serial number of 20 octets and a sign",
                        PathFault.SERIAL_NUMBER,
                        c -> c.serial(octets21.subtract(BigInteger.ONE))),
                at(0, "issuer's unique identifier", PathFault.UNIQUE_ID, c -> c.uniqueId(1)),
                at(0, "subject's unique identifier", PathFault.UNIQUE_ID, c -> c.uniqueId(2)),
                at(0, "empty issuer", PathFault.EMPTY_NAME, c -> c.issuer(NOBODY)));
    }

    private static List<Case> times() {
        return List.of(
                at(
                        0,
                        "GeneralizedTime before 2050",
                        PathFault.TIME_FORMAT,
                        c -> c.until(new ASN1GeneralizedTime("20491231235959Z"))),
                at(
                        0,
                        "notBefore as GeneralizedTime",
                        PathFault.TIME_FORMAT,
                        c -> c.from(new ASN1GeneralizedTime("20260101000000Z"))),
                at(
                        0,
                        "GeneralizedTime with a fraction",
                        PathFault.TIME_FORMAT,
                        c -> c.until(new ASN1GeneralizedTime("20500101000000.5Z"))),
                at(0, "UTCTime without seconds", PathFault.TIME_FORMAT, c -> c.until(new ASN1UTCTime("2701010000Z"))),
                at(0, "UTCTime of a zone", PathFault.TIME_FORMAT, c -> c.until(new ASN1UTCTime("270101000000+0100"))),
                at(0, "expired device", PathFault.EXPIRED, c -> c.until(NOW.minusSeconds(1))),
                at(0, "device not yet valid", PathFault.NOT_YET_VALID, c -> c.from(NOW.plusSeconds(1))),
                at(
                        0,
                        "ends before it begins",
                        PathFault.NOT_YET_VALID,
                        c -> c.from(NOW.plusSeconds(9)).until(NOW.minusSeconds(9))),
                at(1, "expired issuer", PathFault.EXPIRED, c -> c.until(NOW.minusSeconds(1))),
                at(1, "issuer not yet valid", PathFault.NOT_YET_VALID, c -> c.from(NOW.plusSeconds(1))),
                at(2, "expired root", PathFault.EXPIRED, c -> c.until(NOW.minusSeconds(1))),
                at(2, "root not yet valid", PathFault.NOT_YET_VALID, c -> c.from(NOW.plusSeconds(1))));
    }

    private static List<Case> signatures() {
        TestCertificate.Issued rsa = rsaIssuer();
        AlgorithmIdentifier sha512 = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512);
        UnaryOperator<AlgorithmIdentifier> withNull = a -> new AlgorithmIdentifier(a.getAlgorithm(), DERNull.INSTANCE);
        UnaryOperator<AlgorithmIdentifier> without = a -> new AlgorithmIdentifier(a.getAlgorithm());
        return List.of(
                at(0, "another algorithm within", PathFault.ALGORITHM_MISMATCH, c -> c.inner(a -> sha512)),
                under(rsa, "other parameters within", PathFault.ALGORITHM_MISMATCH, c -> c.inner(without)),
                under(rsa, "SHA-1 with RSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA1withRSA")),
                under(rsa, "MD5 with RSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("MD5withRSA")),
                under(rsa, "SHA-224 with RSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA224withRSA")),
                under(rsa, "PSS with SHA-1", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA1withRSAandMGF1")),
                under(
                        rsa,
                        "PSS with a short salt",
                        PathFault.SIGNATURE_ALGORITHM,
                        c -> c.signed("SHA256withRSAandMGF1", TestSignatures.pss("SHA-256", 8))),
                under(
                        rsa,
                        "PSS with two hashes",
                        PathFault.SIGNATURE_ALGORITHM,
                        c -> c.algorithm(a -> TestSignatures.pssOfTwoHashes())),
                at(0, "SHA-1 with ECDSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA1withECDSA")),
                at(0, "SHA-224 with ECDSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA224withECDSA")),
                at(0, "ECDSA with parameters", PathFault.SIGNATURE_ALGORITHM, c -> c.algorithm(withNull)),
                at(
                        0,
                        "no algorithm at all",
                        PathFault.SIGNATURE_ALGORITHM,
                        c -> c.algorithm(a -> new AlgorithmIdentifier(PRIVATE))),
                at(1, "issuer signed with SHA-1", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA1withECDSA")),
                at(
                        0,
                        "the algorithm of another family",
                        PathFault.SIGNATURE,
                        c -> c.algorithm(a -> new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519))),
                at(0, "another hash than it was signed with", PathFault.SIGNATURE, c -> c.algorithm(a -> sha512)),
                at(0, "signed by a stranger", PathFault.SIGNATURE, c -> c.signedWith(TestKeys.of("P-256", "stranger"))),
                at(0, "signed by the root", PathFault.SIGNATURE, c -> c.signedWith(TestPath.ROOT.keys())),
                at(
                        0,
                        "signed by itself in the issuer's name",
                        PathFault.SIGNATURE,
                        c -> c.signedWith(TestKeys.of("P-256", "leaf"))),
                chain(
                        "changed afterwards",
                        PathFault.SIGNATURE,
                        TestSignatures.renamed(leaf().by(TestPath.DEVICE_CA).der())),
                chain(
                        "a signature that is no DER",
                        PathFault.SIGNATURE,
                        TestSignatures.withOtherNumbers(
                                leaf().by(TestPath.DEVICE_CA).der())),
                chain(
                        "an empty signature",
                        PathFault.SIGNATURE,
                        TestSignatures.withSignature(
                                leaf().by(TestPath.DEVICE_CA).der(), new byte[0])));
    }

    private static List<Case> keys() {
        BigInteger prime = Moduli.prime(1024);
        BigInteger other = Moduli.prime(1024);
        BigInteger close = prime.add(BigInteger.ONE.shiftLeft(100)).nextProbablePrime();
        byte[] point = TestKeys.publicKey("P-256", "leaf").getPublicKeyData().getOctets();
        byte[] offCurve = point.clone();
        offCurve[40] ^= 1;
        ASN1Encodable p256 = SECObjectIdentifiers.secp256r1;
        ASN1Encodable explicit = X962NamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
        return List.of(
                key("RSA of 1,024 bits", TestKeys.publicKey("RSA-1024", "leaf")),
                key("RSA exponent 1", TestKeys.rsa(prime.multiply(other), BigInteger.ONE)),
                key("RSA exponent 3", TestKeys.rsa(prime.multiply(other), BigInteger.valueOf(3))),
                key("RSA exponent even", TestKeys.rsa(prime.multiply(other), F4.add(BigInteger.ONE))),
                key(
                        "RSA with a small factor",
                        TestKeys.rsa(prime.multiply(other).multiply(BigInteger.valueOf(7)), F4)),
                key("RSA with close primes", TestKeys.rsa(prime.multiply(close), F4)),
                key("RSA of a square", TestKeys.rsa(prime.multiply(prime), F4)),
                key("RSA of ROCA", TestKeys.rsa(Moduli.roca(1024, 71).multiply(Moduli.roca(1024, 71)), F4)),
                key("curve of its own", ec(explicit, point)),
                key("curve inherited", ec(DERNull.INSTANCE, point)),
                key("P-521", TestKeys.publicKey("P-521", "leaf")),
                key("secp256k1", ec(SECObjectIdentifiers.secp256k1, point)),
                key("point off the curve", ec(p256, offCurve)),
                key("point at infinity", ec(p256, new byte[] {0})),
                key("Ed448", TestKeys.publicKey("Ed448", "leaf")),
                key("X25519", TestKeys.publicKey("X25519", "leaf")),
                key(
                        "Ed25519 of small order",
                        new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), new byte[32])),
                at(
                        1,
                        "issuer's RSA of 1,024 bits",
                        PathFault.KEY,
                        c -> c.key(TestKeys.publicKey("RSA-1024", "Factory"))),
                at(1, "issuer's curve of its own", PathFault.KEY, c -> c.key(ec(explicit, point))));
    }

    private static List<Case> leafExtensions() {
        return List.of(
                at(
                        0,
                        "an authority as device",
                        PathFault.LEAF_IS_CA,
                        c -> c.with(Extension.basicConstraints, true, new BasicConstraints(true))),
                chain("the issuer as device", PathFault.LEAF_IS_CA, TestPath.DEVICE_CA.der()),
                chain(
                        "the issuer as device, with its issuer",
                        PathFault.LEAF_IS_CA,
                        TestPath.DEVICE_CA.der(),
                        TestPath.ROOT.der()),
                chain("the root as device", PathFault.LEAF_IS_CA, TestPath.ROOT.der()),
                at(
                        0,
                        "path length of a device",
                        PathFault.PATH_LENGTH,
                        c -> c.with(Extension.basicConstraints, true, new DERSequence(new ASN1Integer(0)))),
                at(0, "no key usage", PathFault.LEAF_KEY_USAGE, c -> c.without(Extension.keyUsage)),
                usage("no signatures", KeyUsage.keyEncipherment),
                usage("signatures of documents alone", KeyUsage.nonRepudiation),
                usage("certificates, too", KeyUsage.digitalSignature | KeyUsage.keyCertSign),
                usage("certificates alone", KeyUsage.keyCertSign),
                usage("revocation lists, too", KeyUsage.digitalSignature | KeyUsage.cRLSign),
                usage("nothing", 0),
                at(
                        0,
                        "no extended key usage",
                        PathFault.LEAF_EXTENDED_KEY_USAGE,
                        c -> c.without(Extension.extendedKeyUsage)),
                purposes("for servers", KeyPurposeId.id_kp_serverAuth),
                purposes("for signing code", KeyPurposeId.id_kp_codeSigning),
                purposes("for anything", KeyPurposeId.anyExtendedKeyUsage),
                purposes("for clients and anything", KeyPurposeId.id_kp_clientAuth, KeyPurposeId.anyExtendedKeyUsage));
    }

    private static List<Case> extensions() {
        byte[] number = {2, 1, 1};
        byte[] longBoolean = {0x30, 3, 1, 1, 1};
        return List.of(
                at(0, "unknown and critical", PathFault.UNKNOWN_CRITICAL_EXTENSION, c -> c.with(PRIVATE, true, number)),
                at(
                        0,
                        "critical key identifier",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(
                                Extension.authorityKeyIdentifier, true, new AuthorityKeyIdentifier(new byte[] {1}))),
                at(
                        0,
                        "critical distribution point",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(Extension.cRLDistributionPoints, true, new DERSequence())),
                at(
                        0,
                        "critical access to information",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(Extension.authorityInfoAccess, true, new DERSequence())),
                at(
                        1,
                        "unknown and critical in the issuer",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(PRIVATE, true, number)),
                at(
                        2,
                        "unknown and critical in the root",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(PRIVATE, true, number)),
                at(
                        0,
                        "key usage twice",
                        PathFault.DUPLICATE_EXTENSION,
                        c -> c.twice(Extension.keyUsage, true, new byte[] {3, 2, 7, (byte) 0x80})),
                at(
                        0,
                        "an unknown one twice",
                        PathFault.DUPLICATE_EXTENSION,
                        c -> c.twice(PRIVATE, false, number).twice(PRIVATE, false, number)),
                at(
                        1,
                        "twice in the issuer",
                        PathFault.DUPLICATE_EXTENSION,
                        c -> c.twice(PRIVATE, false, number).twice(PRIVATE, false, number)),
                at(0, "key usage that is a number", PathFault.EXTENSION, c -> c.with(Extension.keyUsage, true, number)),
                at(
                        0,
                        "basic constraints that are a number",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.basicConstraints, true, number)),
                at(
                        0,
                        "basic constraints not in DER",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.basicConstraints, true, longBoolean)),
                at(
                        0,
                        "extended key usage that is a number",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.extendedKeyUsage, false, number)),
                at(
                        0,
                        "extended key usage without a purpose",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.extendedKeyUsage, false, new DERSequence())),
                at(
                        0,
                        "extended key usage and more",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.extendedKeyUsage, false, new byte[] {0x30, 0, 5, 0})),
                at(
                        0,
                        "authority's key identifier that is a number",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.authorityKeyIdentifier, false, number)),
                at(
                        0,
                        "access to information that is text",
                        PathFault.EXTENSION,
                        c -> c.with(
                                Extension.authorityInfoAccess, false, "malformed".getBytes(StandardCharsets.US_ASCII))),
                at(
                        1,
                        "issuer's key identifier that is a number",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.subjectKeyIdentifier, false, number)));
    }

    private static List<Case> subjects() {
        X500NameBuilder together = new X500NameBuilder();
        together.addMultiValuedRDN(
                new ASN1ObjectIdentifier[] {BCStyle.SERIALNUMBER, BCStyle.SERIALNUMBER}, new String[] {"1", "2"});
        return List.of(
                at(
                        0,
                        "two serial numbers",
                        PathFault.AMBIGUOUS_SUBJECT,
                        c -> c.subject("SERIALNUMBER=1,SERIALNUMBER=2")),
                at(
                        0,
                        "the same serial number twice",
                        PathFault.AMBIGUOUS_SUBJECT,
                        c -> c.subject("SERIALNUMBER=1,SERIALNUMBER=1")),
                at(0, "two serial numbers in one", PathFault.AMBIGUOUS_SUBJECT, c -> c.subject(together.build())),
                at(
                        0,
                        "two common names and no serial number",
                        PathFault.AMBIGUOUS_SUBJECT,
                        c -> c.subject("CN=1,CN=2")));
    }

    private static List<Case> links() {
        byte[] good = leaf().by(TestPath.DEVICE_CA).der();
        TestCertificate.Issued other =
                TestCertificate.authority("P-256", "Other", 0).by(TestPath.ROOT);
        GeneralNames root = new GeneralNames(new GeneralName(TestPath.ROOT.name()));
        return List.of(
                at(0, "another issuer's name", PathFault.NAME_CHAINING, c -> c.issuer(new X500Name("CN=Other"))),
                at(
                        0,
                        "the issuer's name in another order",
                        PathFault.NAME_CHAINING,
                        c -> c.issuer(new X500Name("CN=Factory,O=Acme"))),
                chain(
                        "of another issuer",
                        PathFault.NAME_CHAINING,
                        leaf().by(other).der()),
                chain(
                        "of the root",
                        PathFault.NAME_CHAINING,
                        leaf().by(TestPath.ROOT).der()),
                chain(
                        "its own issuer",
                        PathFault.NAME_CHAINING,
                        leaf().selfSigned().der()),
                chain("without the authority between", PathFault.NAME_CHAINING, good, TestPath.ROOT.der()),
                chain("another issuer after it", PathFault.NAME_CHAINING, good, other.der()),
                chain(
                        "the root twice",
                        PathFault.NAME_CHAINING,
                        3,
                        good,
                        TestPath.DEVICE_CA.der(),
                        TestPath.ROOT.der(),
                        TestPath.ROOT.der()),
                chain("in the wrong order", PathFault.LEAF_IS_CA, TestPath.DEVICE_CA.der(), good),
                at(
                        0,
                        "another key of the issuer",
                        PathFault.KEY_IDENTIFIER,
                        c -> c.with(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20]))),
                at(
                        0,
                        "another certificate of the issuer",
                        PathFault.KEY_IDENTIFIER,
                        c -> c.with(
                                Extension.authorityKeyIdentifier,
                                false,
                                new AuthorityKeyIdentifier(root, BigInteger.valueOf(99)))),
                at(
                        0,
                        "another issuer of the issuer",
                        PathFault.KEY_IDENTIFIER,
                        c -> c.with(
                                Extension.authorityKeyIdentifier,
                                false,
                                new AuthorityKeyIdentifier(
                                        new GeneralNames(new GeneralName(new X500Name("CN=Other"))),
                                        TestPath.DEVICE_CA.serial()))),
                at(
                        0,
                        "the issuer's certificate half named",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.authorityKeyIdentifier, false, new byte[] {0x30, 3, (byte) 0x82, 1, 9})),
                at(
                        1,
                        "issuer of another key of the root",
                        PathFault.KEY_IDENTIFIER,
                        c -> c.with(
                                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20]))));
    }

    private static List<Case> issuers() {
        return List.of(
                at(
                        1,
                        "issuer that is no authority",
                        PathFault.ISSUER_NOT_CA,
                        c -> c.with(Extension.basicConstraints, true, new BasicConstraints(false))),
                at(
                        1,
                        "issuer without basic constraints",
                        PathFault.ISSUER_NOT_CA,
                        c -> c.without(Extension.basicConstraints)),
                at(
                        1,
                        "issuer whose basic constraints are not critical",
                        PathFault.NOT_CRITICAL,
                        c -> c.with(Extension.basicConstraints, false, new BasicConstraints(0))),
                at(1, "issuer without key usage", PathFault.ISSUER_KEY_USAGE, c -> c.without(Extension.keyUsage)),
                at(
                        1,
                        "issuer of revocation lists alone",
                        PathFault.ISSUER_KEY_USAGE,
                        c -> c.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))),
                at(
                        1,
                        "issuer of signatures alone",
                        PathFault.ISSUER_KEY_USAGE,
                        c -> c.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))),
                at(
                        1,
                        "issuer for servers",
                        PathFault.ISSUER_EXTENDED_KEY_USAGE,
                        c -> c.with(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))),
                at(
                        1,
                        "issuer of version 1",
                        PathFault.VERSION,
                        c -> c.version(null).withoutExtensions()),
                at(1, "issuer with serial number zero", PathFault.SERIAL_NUMBER, c -> c.serial(BigInteger.ZERO)),
                new Case(
                        "issuer without a subject",
                        PathFault.EMPTY_NAME,
                        0,
                        () -> TestPath.issuer(c -> c.subject(NOBODY))),
                at(
                        1,
                        "issuer of another root's name",
                        PathFault.NAME_CHAINING,
                        c -> c.issuer(new X500Name("CN=Other"))),
                at(
                        1,
                        "issuer signed by a stranger",
                        PathFault.SIGNATURE,
                        c -> c.signedWith(TestKeys.of("P-256", "stranger"))));
    }

    private static List<Case> authoritiesBetween() {
        TestCertificate.Issued device = leaf().by(TestPath.DEVICE_CA);
        TestCertificate.Issued below =
                TestCertificate.authority("P-256", "Below", 0).by(TestPath.DEVICE_CA);
        TestCertificate.Issued last =
                TestCertificate.authority("P-256", "Line", 0).by(TestPath.DEEP_CA);
        TestCertificate.Issued lowest =
                TestCertificate.authority("P-256", "Lowest", 0).by(last);
        TestCertificate.Issued tooDeep =
                TestCertificate.authority("P-256", "Lowest", 5).by(TestPath.LINE);
        TestCertificate.Issued deepest =
                TestCertificate.authority("P-256", "Deepest", 0).by(tooDeep);
        return List.of(
                chain(
                        "a device below a device",
                        PathFault.ISSUER_NOT_CA,
                        1,
                        leaf().by(device).der(),
                        device.der()),
                chain(
                        "an authority below one that allows none",
                        PathFault.PATH_LENGTH,
                        2,
                        leaf().by(below).der(),
                        below.der()),
                deep(
                        "an authority below one that allows none, in between",
                        PathFault.PATH_LENGTH,
                        2,
                        leaf().by(lowest),
                        lowest,
                        last),
                deep(
                        "three where two are allowed",
                        PathFault.PATH_LENGTH,
                        3,
                        leaf().by(deepest),
                        deepest,
                        tooDeep,
                        TestPath.LINE),
                between(
                        "no authority",
                        PathFault.ISSUER_NOT_CA,
                        c -> c.with(Extension.basicConstraints, true, new BasicConstraints(false))),
                between(
                        "no certificates",
                        PathFault.ISSUER_KEY_USAGE,
                        c -> c.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))),
                between(
                        "for servers",
                        PathFault.ISSUER_EXTENDED_KEY_USAGE,
                        c -> c.with(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))),
                between("expired", PathFault.EXPIRED, c -> c.until(NOW.minusSeconds(1))),
                between("not yet valid", PathFault.NOT_YET_VALID, c -> c.from(NOW.plusSeconds(1))),
                between(
                        "signed by a stranger",
                        PathFault.SIGNATURE,
                        c -> c.signedWith(TestKeys.of("P-256", "stranger"))),
                between(
                        "unknown and critical",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(PRIVATE, true, new byte[] {5, 0})),
                deep("left out", PathFault.NAME_CHAINING, 0, leaf().by(TestPath.LINE)),
                deep("in the wrong order", PathFault.NAME_CHAINING, 0, leaf().by(tooDeep), TestPath.LINE, tooDeep));
    }

    private static List<Case> roots() {
        TestCertificate.Issued namesake = TestCertificate.authority("P-256", "Root", 1)
                .signedWith(TestKeys.of("P-256", "stranger"))
                .key(TestKeys.publicKey("P-256", "stranger"))
                .selfSigned();
        return List.of(
                new Case(
                        "another root of the same name",
                        PathFault.KEY_IDENTIFIER,
                        1,
                        () -> new TestPath(
                                TestPath.of(leaf().by(TestPath.DEVICE_CA)).chain(),
                                TestPath.DEVICE_CA.der(),
                                namesake.der())),
                at(
                        2,
                        "root not signed by itself",
                        PathFault.SIGNATURE,
                        c -> c.signedWith(TestKeys.of("P-256", "stranger"))),
                at(2, "root of another name", PathFault.NAME_CHAINING, c -> c.issuer(new X500Name("CN=Other"))),
                at(
                        2,
                        "root that allows no authority",
                        PathFault.PATH_LENGTH,
                        c -> c.with(Extension.basicConstraints, true, new BasicConstraints(0))),
                at(2, "root that is no authority", PathFault.ISSUER_NOT_CA, c -> c.without(Extension.basicConstraints)),
                at(
                        2,
                        "root that signs no certificates",
                        PathFault.ISSUER_KEY_USAGE,
                        c -> c.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))));
    }

    private static List<Case> nameConstraints() {
        GeneralSubtree acme = subtree(new GeneralName(new X500Name("O=Acme")));
        GeneralSubtree domain = subtree(new GeneralName(GeneralName.dNSName, "acme.example"));
        GeneralSubtree mail = subtree(new GeneralName(GeneralName.rfc822Name, "acme.example"));
        GeneralSubtree network = subtree(
                new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[] {10, 0, 0, 0, -1, 0, 0, 0})));
        GeneralSubtree web = subtree(new GeneralName(GeneralName.uniformResourceIdentifier, ".acme.example"));
        ASN1Encodable nothing = new NameConstraints(new GeneralSubtree[] {acme}, null);
        return List.of(
                constrained("subject outside", permitted(acme), c -> c.subject("O=Other,CN=1")),
                constrained("subject excluded", excluded(acme), c -> c.subject("O=Acme,CN=1")),
                constrained(
                        "host outside", permitted(domain), c -> alternative(c, GeneralName.dNSName, "other.example")),
                constrained(
                        "host excluded", excluded(domain), c -> alternative(c, GeneralName.dNSName, "a.acme.example")),
                constrained(
                        "address outside", permitted(network), c -> alternative(c, GeneralName.iPAddress, "11.0.0.1")),
                constrained(
                        "mail outside",
                        permitted(mail),
                        c -> alternative(c, GeneralName.rfc822Name, "a@other.example")),
                constrained("mail in the subject outside", permitted(mail), c -> c.subject("CN=1,E=a@other.example")),
                constrained(
                        "address of a page excluded",
                        excluded(web),
                        c -> alternative(c, GeneralName.uniformResourceIdentifier, "https://a.acme.example/")),
                at(
                        0,
                        "constraints of a device",
                        PathFault.NAME_CONSTRAINTS,
                        c -> c.with(Extension.nameConstraints, true, nothing)),
                at(
                        1,
                        "constraints that are not critical",
                        PathFault.NOT_CRITICAL,
                        c -> c.with(Extension.nameConstraints, false, nothing)));
    }

    private static List<Case> policies() {
        PolicyConstraints required = new PolicyConstraints(BigInteger.ZERO, null);
        UnaryOperator<TestCertificate> requires = c -> c.with(Extension.policyConstraints, true, required);
        return List.of(
                new Case("policy required and none there", PathFault.POLICY, 0, () -> policed(requires, c -> c)),
                new Case(
                        "policy of the issuer alone",
                        PathFault.POLICY,
                        0,
                        () -> policed(requires.andThen(c -> policy(c, POLICY))::apply, c -> c)),
                new Case(
                        "policy of the device alone",
                        PathFault.POLICY,
                        0,
                        () -> policed(requires.andThen(c -> policy(c, POLICY))::apply, c -> policy(c, PRIVATE))),
                at(
                        1,
                        "requirement that is not critical",
                        PathFault.NOT_CRITICAL,
                        c -> c.with(Extension.policyConstraints, false, required)));
    }

    private static TestPath policed(UnaryOperator<TestCertificate> issuer, UnaryOperator<TestCertificate> device) {
        TestCertificate.Issued made =
                issuer.apply(TestCertificate.authority("P-256", "Factory", 0)).by(TestPath.ROOT);
        return new TestPath(List.of(device.apply(leaf()).by(made).der()), made.der(), TestPath.ROOT.der());
    }

    static TestCertificate policy(TestCertificate certificate, ASN1ObjectIdentifier policy) {
        return certificate.with(
                Extension.certificatePolicies, false, new CertificatePolicies(new PolicyInformation(policy)));
    }

    private static Case constrained(String name, NameConstraints constraints, UnaryOperator<TestCertificate> device) {
        return new Case(
                name,
                PathFault.NAME_CONSTRAINTS,
                0,
                () -> policed(c -> c.with(Extension.nameConstraints, true, constraints), device));
    }

    static NameConstraints permitted(GeneralSubtree... subtrees) {
        return new NameConstraints(subtrees, null);
    }

    static NameConstraints excluded(GeneralSubtree... subtrees) {
        return new NameConstraints(null, subtrees);
    }

    static GeneralSubtree subtree(GeneralName name) {
        return new GeneralSubtree(name);
    }

    static TestCertificate alternative(TestCertificate certificate, int kind, String name) {
        return certificate.with(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, name)));
    }

    private static TestCertificate.Issued rsaIssuer() {
        return TestCertificate.authority("RSA-2048", "Factory", 0).by(TestPath.ROOT);
    }

    /** The usual path with the leaf (0), the issuer (1) or the root (2) changed. */
    private static Case at(int position, String name, PathFault fault, UnaryOperator<TestCertificate> change) {
        return new Case(name, fault, position, () -> switch (position) {
            case 0 -> TestPath.leaf(change);
            case 1 -> TestPath.issuer(change);
            default -> TestPath.root(change);
        });
    }

    private static Case under(
            TestCertificate.Issued issuer, String name, PathFault fault, UnaryOperator<TestCertificate> change) {
        return new Case(
                name,
                fault,
                0,
                () -> new TestPath(List.of(change.apply(leaf()).by(issuer).der()), issuer.der(), TestPath.ROOT.der()));
    }

    private static Case between(String name, PathFault fault, UnaryOperator<TestCertificate> change) {
        return new Case("between: " + name, fault, 1, () -> TestPath.between(change));
    }

    private static Case deep(String name, PathFault fault, int position, TestCertificate.Issued... chain) {
        return new Case("between: " + name, fault, position, () -> TestPath.deep(chain));
    }

    private static Case chain(String name, PathFault fault, byte[]... chain) {
        return chain(name, fault, 0, chain);
    }

    private static Case chain(String name, PathFault fault, int position, byte[]... chain) {
        return new Case(name, fault, position, () -> TestPath.of(chain));
    }

    private static Case key(String name, SubjectPublicKeyInfo key) {
        return at(0, name, PathFault.KEY, c -> c.key(key));
    }

    private static Case usage(String name, int usage) {
        return at(
                0,
                "key usage: " + name,
                PathFault.LEAF_KEY_USAGE,
                c -> c.with(Extension.keyUsage, true, new KeyUsage(usage)));
    }

    private static Case purposes(String name, KeyPurposeId... purposes) {
        return at(
                0,
                name,
                PathFault.LEAF_EXTENDED_KEY_USAGE,
                c -> c.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes)));
    }

    private static SubjectPublicKeyInfo ec(ASN1Encodable curve, byte[] point) {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The length in one octet more than is needed: 83 00 in place of 82. */
    private static byte[] longLength(byte[] good) {
        byte[] octets = new byte[good.length + 1];
        octets[0] = good[0];
        octets[1] = (byte) 0x83;
        System.arraycopy(good, 2, octets, 3, good.length - 2);
        return octets;
    }

    private static byte[] indefinite(byte[] good) {
        return TestSignatures.encoded(
                new BERSequence(ASN1Sequence.getInstance(good).toArray()));
    }

    private static byte[] withField(byte[] good) {
        List<ASN1Encodable> fields =
                new ArrayList<>(List.of(ASN1Sequence.getInstance(good).toArray()));
        fields.add(new DERBitString(new byte[1]));
        return TestSignatures.encoded(new DERSequence(fields.toArray(ASN1Encodable[]::new)));
    }

    private static byte[] nested(int depth) {
        byte[] octets = new byte[0];
        for (int i = 0; i < depth; i++) {
            octets = octets.length < 100 ? TestSignatures.encoded(wrap(octets)) : wrapped(octets);
        }
        return octets;
    }

    private static DERSequence wrap(byte[] inner) {
        return inner.length == 0 ? new DERSequence() : new DERSequence(ASN1Sequence.getInstance(inner));
    }

    /** A SEQUENCE of what is there, by hand: the depth is more than a recursion would bear. */
    private static byte[] wrapped(byte[] inner) {
        byte[] outer = new byte[inner.length + 4];
        outer[0] = 0x30;
        outer[1] = (byte) 0x82;
        outer[2] = (byte) (inner.length >> 8);
        outer[3] = (byte) inner.length;
        System.arraycopy(inner, 0, outer, 4, inner.length);
        return outer;
    }
}
