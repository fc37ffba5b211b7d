package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.ExpectedProfile.ACCESS_KEY;
import static dev.muster.domain.trust.path.ExpectedProfile.CRL;
import static dev.muster.domain.trust.path.ExpectedProfile.DEVICE;
import static dev.muster.domain.trust.path.ExpectedProfile.ORGANIZATION_CA;
import static dev.muster.domain.trust.path.ExpectedProfile.PLATFORM_ROOT;
import static dev.muster.domain.trust.path.ExpectedProfile.SECOND;
import static dev.muster.domain.trust.path.ExpectedProfile.SERIAL_NUMBER;
import static dev.muster.domain.trust.path.ExpectedProfile.SERVER;
import static dev.muster.domain.trust.path.ExpectedProfile.SERVER_ROOT;
import static dev.muster.domain.trust.path.ExpectedProfile.deviceCa;
import static dev.muster.domain.trust.path.ExpectedProfile.proof;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.DerReader;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.issue.DeviceSubject;
import dev.muster.domain.trust.issue.ServerNames;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares issued certificates with the table "Certificates" of protocol.md, field by field. {@link DerReader} reads
 * them from the DER octets, so the test needs neither the code that issues them nor its library.
 */
class ProfileTableTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.456Z");

    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";

    private static final KeyPair ROOT_KEYS = CertificateIssuer.newRootKeys(RANDOM);
    private static final CertificateSubject ROOT_SUBJECT = CertificateSubject.of("Muster", "Muster root");
    private static final X509Certificate ROOT = CertificateIssuer.platformRoot(ROOT_SUBJECT, ROOT_KEYS, NOW, RANDOM);
    private static final CertificateIssuer ISSUER = new CertificateIssuer(ROOT, ROOT_KEYS.getPrivate());
    private static final CertificateSubject SUBJECT = new CertificateSubject("Acme", "Tracker 7", ACCESS_KEY);

    private static X509Certificate serverRoot() {
        return CertificateIssuer.serverRoot(ROOT_SUBJECT, ROOT_KEYS, NOW, RANDOM);
    }

    static Stream<Arguments> issued() {
        Stream<Arguments> platform = Stream.of(
                Arguments.of("device root", PLATFORM_ROOT, ROOT, ROOT_KEYS.getPublic()),
                Arguments.of("server root", SERVER_ROOT, serverRoot(), ROOT_KEYS.getPublic()),
                organizationCa(KeyAlgorithm.EC_P256.generate(RANDOM).getPublic()),
                device(KeyAlgorithm.EC_P256.generate(RANDOM).getPublic()),
                device(KeyAlgorithm.ED25519.generate(RANDOM).getPublic()),
                server(KeyAlgorithm.EC_P256.generate(RANDOM).getPublic()));
        Stream<Arguments> manufacturers = Stream.of(
                        KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P384, KeyAlgorithm.RSA_3072, KeyAlgorithm.ED25519)
                .flatMap(algorithm ->
                        ofManufacturer(algorithm, algorithm.generate(RANDOM).getPublic()));
        return Stream.concat(platform, manufacturers);
    }

    private static Arguments organizationCa(PublicKey key) {
        return Arguments.of(
                "organization's authority",
                ORGANIZATION_CA,
                ISSUER.organizationCa("Fleet, Inc.", key, URI.create(CRL), NOW, RANDOM),
                key);
    }

    /** Issued by the root, because the profile does not depend on the issuer. */
    private static Arguments device(PublicKey key) {
        DeviceSubject subject = new DeviceSubject("00-00-5E-00-53-01");
        return Arguments.of("device", DEVICE, ISSUER.device(subject, key, 365, URI.create(CRL), NOW, RANDOM), key);
    }

    private static Arguments server(PublicKey key) {
        ServerNames names = new ServerNames(List.of("localhost", "127.0.0.1"));
        return Arguments.of(
                "server",
                SERVER,
                ISSUER.server(CertificateSubject.of("Muster", "Server"), names, key, 397, NOW, RANDOM),
                key);
    }

    private static Stream<Arguments> ofManufacturer(KeyAlgorithm algorithm, PublicKey key) {
        URI crl = URI.create(CRL);
        Stream<Arguments> proofs = Stream.of(1, 1095)
                .map(days -> Arguments.of(
                        "PROOF " + algorithm, proof(days), ISSUER.proof(SUBJECT, key, days, crl, NOW, RANDOM), key));
        Stream<Arguments> authorities = Stream.of(1, 3650)
                .filter(days -> algorithm != KeyAlgorithm.ED25519)
                .map(days -> Arguments.of(
                        "DEVICE_CA " + algorithm,
                        deviceCa(days),
                        ISSUER.deviceCa(SUBJECT, key, days, crl, NOW, RANDOM),
                        key));
        return Stream.concat(proofs, authorities);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("issued")
    void isWhatTheTableSays(String name, ExpectedProfile profile, X509Certificate issued, PublicKey key)
            throws Exception {
        DerReader certificate = DerReader.of(issued.getEncoded());
        DerReader body = certificate.child(0);
        // version 3, and with it the numbers of the members that follow
        assertThat(body.child(0).hex()).isEqualTo("a003020102");
        assertSerialNumber(body.child(1));
        assertSignedBySha256AndEcdsa(certificate, body);
        assertThat(body.child(3).hex()).isEqualTo(rootBody().child(5).hex());
        assertValidity(body.child(4), profile.validity());
        assertThat(names(body.child(5))).isEqualTo(profile.subject());
        assertThat(body.child(6).hex()).isEqualTo(DerReader.hex(key.getEncoded()));
        assertThat(body.children()).hasSize(8);
        assertExtensions(extensions(body), profile, body.child(6));
    }

    /** RFC 5280 section 4.1.2.2: positive, at most 20 octets. Ours have 16, and nearly all of their bits are random. */
    private static void assertSerialNumber(DerReader serial) {
        assertThat(serial.tag()).isEqualTo(0x02);
        assertThat(serial.content()).hasSize(16);
        assertThat(new BigInteger(serial.content())).isPositive();
    }

    /** ecdsa-with-SHA256 without parameters (RFC 5758 section 3.2), the same inside and outside the signed part. */
    private static void assertSignedBySha256AndEcdsa(DerReader certificate, DerReader body) {
        assertThat(body.child(2).hex()).isEqualTo("300a06082a8648ce3d040302");
        assertThat(certificate.child(1).hex()).isEqualTo(body.child(2).hex());
    }

    private static void assertValidity(DerReader validity, Duration expected) {
        Instant notBefore = validity.child(0).time();
        assertThat(notBefore).isEqualTo(SECOND);
        assertThat(Duration.between(notBefore, validity.child(1).time())).isEqualTo(expected);
        assertThat(validity.child(1).time())
                .isBeforeOrEqualTo(ROOT.getNotAfter().toInstant());
    }

    private static void assertExtensions(Map<String, DerExtension> extensions, ExpectedProfile profile, DerReader key)
            throws Exception {
        Set<String> expected = new TreeSet<>(Set.of(BASIC_CONSTRAINTS, KEY_USAGE, SUBJECT_KEY_IDENTIFIER));
        assertThat(extensions.get(BASIC_CONSTRAINTS)).isEqualTo(new DerExtension(true, profile.constraints()));
        assertThat(extensions.get(KEY_USAGE)).isEqualTo(new DerExtension(true, profile.keyUsage()));
        assertThat(extensions.get(SUBJECT_KEY_IDENTIFIER))
                .isEqualTo(new DerExtension(false, "0414" + keyIdentifier(key)));
        if (profile.hasAuthorityKey()) {
            expected.add(AUTHORITY_KEY_IDENTIFIER);
            String rootKey = keyIdentifier(rootBody().child(6));
            assertThat(extensions.get(AUTHORITY_KEY_IDENTIFIER))
                    .isEqualTo(new DerExtension(false, "30168014" + rootKey));
        }
        if (profile.extendedKeyUsage() != null) {
            expected.add(EXTENDED_KEY_USAGE);
            assertThat(extensions.get(EXTENDED_KEY_USAGE))
                    .isEqualTo(new DerExtension(false, profile.extendedKeyUsage()));
        }
        if (profile.isBelowRoot()) {
            expected.add(NAME_CONSTRAINTS);
            assertNoServerNames(extensions.get(NAME_CONSTRAINTS));
        }
        if (profile.crl() != null) {
            expected.add(CRL_DISTRIBUTION_POINTS);
            // one point, its fullName one URI (RFC 5280 section 4.2.1.13)
            assertThat(extensions.get(CRL_DISTRIBUTION_POINTS))
                    .isEqualTo(new DerExtension(
                            false, tlv("30", tlv("30", tlv("a0", tlv("a0", tlv("86", ascii(profile.crl()))))))));
        }
        if (profile.hasServerNames()) {
            expected.add(SUBJECT_ALT_NAME);
            assertThat(extensions.get(SUBJECT_ALT_NAME))
                    .isEqualTo(new DerExtension(false, "30118209" + ascii("localhost") + "87047f000001"));
        }
        assertThat(extensions.keySet()).isEqualTo(expected);
    }

    /**
     * The platform's own name, other names and all addresses are excluded. No name is permitted explicitly, so every
     * other name is.
     */
    private static void assertNoServerNames(DerExtension constraints) {
        String own = tlv("30", tlv("82", ascii("muster.example")));
        String localhost = tlv("30", tlv("82", ascii("localhost")));
        String addresses = tlv("30", tlv("87", "00".repeat(8))) + tlv("30", tlv("87", "00".repeat(32)));
        assertThat(constraints.critical()).isTrue();
        assertThat(constraints.value()).matches("3082....a182....(30[0-9a-f]+)").contains(own + localhost);
        assertThat(constraints.value())
                .contains(tlv("30", tlv("82", ascii("com"))))
                .endsWith(addresses);
    }

    private static Map<String, DerExtension> extensions(DerReader body) {
        Map<String, DerExtension> extensions = new LinkedHashMap<>();
        for (DerReader extension : body.child(7).child(0).children()) {
            boolean critical = extension.children().size() == 3;
            DerReader value = extension.child(critical ? 2 : 1);
            assertThat(value.tag()).isEqualTo(0x04);
            DerExtension before = extensions.put(
                    extension.child(0).oid(), new DerExtension(critical, DerReader.hex(value.content())));
            assertThat(before).isNull();
        }
        return extensions;
    }

    /** An extension's value is DER in hexadecimal. */
    private record DerExtension(boolean critical, String value) {}

    /** An element whose content is shorter than 128 octets. */
    private static String tlv(String tag, String content) {
        return tag + "%02x".formatted(content.length() / 2) + content;
    }

    private static Map<String, String> names(DerReader subject) {
        Map<String, String> names = new LinkedHashMap<>();
        for (DerReader rdn : subject.children()) {
            assertThat(rdn.children()).hasSize(1);
            DerReader value = rdn.child(0).child(1);
            String type = rdn.child(0).child(0).oid();
            // serialNumber is a PrintableString (X.520), the others UTF8String (RFC 5280 section 4.1.2.4)
            assertThat(value.tag()).isEqualTo(Objects.equals(type, SERIAL_NUMBER) ? 0x13 : 0x0c);
            names.put(type, value.text());
        }
        return names;
    }

    private static DerReader rootBody() throws Exception {
        return DerReader.of(ROOT.getEncoded()).child(0);
    }

    /** Method 1 of RFC 5280 section 4.2.1.2: SHA-1 of the key's bits, without the count of unused ones. */
    private static String keyIdentifier(DerReader key) throws Exception {
        byte[] bits = key.child(1).content();
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(bits, 1, bits.length - 1);
        return DerReader.hex(sha1.digest());
    }

    private static String ascii(String text) {
        return DerReader.hex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
