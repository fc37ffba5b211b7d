package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.key.BouncyCastle;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The openssl command makes the good requests, as manufacturers do. The bad ones are made by hand. */
class CertificateSigningRequestTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair EC = KeyAlgorithm.EC_P256.generate(RANDOM);
    private static final String ECDSA = "SHA256withECDSA";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "ec, ec_paramgen_curve:P-256, sha256, EC_P256",
        "ec, ec_paramgen_curve:P-384, sha384, EC_P384",
        "ec, ec_paramgen_curve:P-384, sha512, EC_P384",
        "rsa, rsa_keygen_bits:2048, sha256, RSA",
        "rsa, rsa_keygen_bits:3072, sha384, RSA_3072",
        "ed25519, , , ED25519"
    })
    void takesWhatOpensslMakes(String kind, String option, String hash, KeyAlgorithm expected) throws Exception {
        Path pem = request(kind, option, hash);
        CertificateSigningRequest request = CertificateSigningRequest.parse(Files.readAllBytes(pem));
        assertThat(request.keyAlgorithm()).isEqualTo(expected);
        assertThat(request.publicKey()).isEqualTo(opensslPublicKey());
        openssl("req", "-in", pem.toString(), "-outform", "DER", "-out", path("csr.der"));
        byte[] der = Files.readAllBytes(directory.resolve("csr.der"));
        assertThat(request.der()).isEqualTo(der);
        assertThat(CertificateSigningRequest.parse(der).publicKey()).isEqualTo(request.publicKey());
    }

    @Test
    void takesEveryUsualPem() throws Exception {
        Path file = request("ec", "ec_paramgen_curve:P-256", "sha256");
        String pem = Files.readString(file);
        openssl("req", "-in", file.toString(), "-text", "-out", path("text.pem"));
        for (String text : new String[] {
            pem.replace("\n", "\r\n"),
            pem.replace("\n", " "),
            pem.replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"),
            "\uFEFF" + pem,
            "\n\n  " + pem.strip(),
            Files.readString(directory.resolve("text.pem"))
        }) {
            assertThat(parse(text).keyAlgorithm()).isEqualTo(KeyAlgorithm.EC_P256);
        }
    }

    /** Microsoft's certreq does not sort its attributes. The signature covers the bytes as they were sent. */
    @Test
    void takesAttributesInAnyOrder() throws Exception {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute("1.3.6.1.4.1.311.13.2.3", "10.0.0.1"));
        attributes.add(attribute("1.2.840.113549.1.9.7", "x"));
        byte[] unsorted = signed(new X500Name("CN=somebody"), new DLSet(attributes), EC);
        assertThat(CertificateSigningRequest.parse(unsorted).keyAlgorithm()).isEqualTo(KeyAlgorithm.EC_P256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nM\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END NEW CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nProc-Type: 4\nMAA=\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
                "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n",
                "-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n"
            })
    void refusesWhatIsNoRequest(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), "certificate signing request");
    }

    @Test
    void refusesTwoRequestsAndWarnsOfAPrivateKey() throws Exception {
        String pem = Files.readString(request("ec", "ec_paramgen_curve:P-256", "sha256"));
        String key = Files.readString(directory.resolve("key.pem"));
        assertRefused((pem + pem).getBytes(StandardCharsets.UTF_8), "not one certificate signing request");
        assertRefused((key + pem).getBytes(StandardCharsets.UTF_8), "Keep it to yourself");
        assertRefused(key.getBytes(StandardCharsets.UTF_8), "Keep it to yourself");
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertRefused(new byte[CertificateSigningRequest.MAX_BYTES + 1], "larger than 16 KiB");
        assertRefused(new byte[CertificateSigningRequest.MAX_BYTES], "cannot be read");
    }

    @Test
    void refusesTheSignatureOfAnotherKey() throws Exception {
        byte[] stolen = request(EC, signer(KeyAlgorithm.EC_P256.generate(RANDOM), ECDSA));
        assertRefused(stolen, "not by its own key");
    }

    @Test
    void refusesARequestThatWasChanged() throws Exception {
        byte[] good = request(EC, signer(EC, ECDSA));
        assertThat(CertificateSigningRequest.parse(good).publicKey()).isEqualTo(EC.getPublic());
        byte[] changed = good.clone();
        int name = new String(good, StandardCharsets.ISO_8859_1).indexOf("somebody");
        changed[name] = 'S';
        assertRefused(changed, "not by its own key");
    }

    @ParameterizedTest
    @CsvSource({"EC, SHA1withECDSA", "EC, SHA224withECDSA", "RSA, SHA1withRSA", "RSA, MD5withRSA"})
    void refusesWeakHashes(String family, String algorithm) throws Exception {
        KeyPair keys = family.equals("EC") ? EC : keys("RSA", 2048);
        assertRefused(request(keys, signer(keys, algorithm)), "SHA-256");
    }

    @Test
    void refusesWeakAndUnknownKeys() throws Exception {
        KeyPair rsa = keys("RSA", 1024);
        assertRefused(request(rsa, signer(rsa, "SHA256withRSA")), "less than 2,048 bits");
        KeyPair dsa = keys("DSA", 2048);
        assertRefused(request(dsa, signer(dsa, "SHA256withDSA")), "neither EC, nor RSA, nor Ed25519");
        KeyPairGenerator p521 = KeyPairGenerator.getInstance("EC");
        p521.initialize(new java.security.spec.ECGenParameterSpec("secp521r1"));
        KeyPair large = p521.generateKeyPair();
        assertRefused(request(large, signer(large, ECDSA)), "neither P-256 nor P-384");
    }

    @Test
    void refusesAnotherVersion() throws Exception {
        byte[] good = request(EC, signer(EC, ECDSA));
        byte[] later = good.clone();
        // SEQUENCE, SEQUENCE, and then INTEGER 0
        int version = new String(good, StandardCharsets.ISO_8859_1).indexOf("\u0002\u0001\u0000");
        later[version + 2] = 1;
        assertRefused(later, "cannot be read");
    }

    /** The signature is right, but nobody can read the subject. */
    @Test
    void refusesABrokenSubject() throws Exception {
        X500Name broken = X500Name.getInstance(new DERSequence(new DLSet()));
        assertRefused(signed(broken, new DLSet(), EC), "cannot be read");
    }

    /** Requests that are cut, lengthened or have changed bytes. Each is refused, always with a sentence. */
    @Test
    void refusesEveryDamage() throws Exception {
        byte[] good = request(EC, signer(EC, ECDSA));
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < good.length; i++) {
            assertRefused(Arrays.copyOf(good, i), "");
            byte[] bad = good.clone();
            bad[i] ^= (byte) random.nextInt(1, 256);
            assertRefused(bad, "");
        }
        assertRefused(Arrays.copyOf(good, good.length + 1), "");
    }

    private Path request(String kind, String option, String hash) throws Exception {
        List<String> key = new ArrayList<>(List.of("genpkey", "-algorithm", kind, "-out", path("key.pem")));
        if (option != null) {
            key.addAll(List.of("-pkeyopt", option));
        }
        openssl(key.toArray(String[]::new));
        List<String> request = new ArrayList<>(List.of(
                "req", "-new", "-key", path("key.pem"), "-subj", "/O=Somebody/CN=else", "-out", path("csr.pem")));
        request.addAll(List.of("-addext", "basicConstraints=critical,CA:TRUE"));
        if (hash != null) {
            request.add("-" + hash);
        }
        openssl(request.toArray(String[]::new));
        return directory.resolve("csr.pem");
    }

    private java.security.PublicKey opensslPublicKey() throws Exception {
        openssl("pkey", "-in", path("key.pem"), "-pubout", "-out", path("public.pem"));
        return Pem.publicKey(Files.readString(directory.resolve("public.pem")));
    }

    private void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + output).isZero();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private static byte[] request(KeyPair keys, ContentSigner signer) throws IOException {
        PKCS10CertificationRequestBuilder builder =
                new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=somebody"), keys.getPublic());
        return builder.build(signer).getEncoded();
    }

    private static byte[] signed(X500Name subject, DLSet attributes, KeyPair keys) throws Exception {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(0));
        info.add(subject);
        info.add(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        info.add(new DERTaggedObject(false, 0, attributes));
        byte[] bytes = new org.bouncycastle.asn1.DLSequence(info).getEncoded("DL");
        ContentSigner signer = signer(keys, ECDSA);
        signer.getOutputStream().write(bytes);
        ASN1EncodableVector request = new ASN1EncodableVector();
        request.add(signer.getAlgorithmIdentifier());
        request.add(new DERBitString(signer.getSignature()));
        byte[] rest = new DERSequence(request).getEncoded();
        return sequence(bytes, Arrays.copyOfRange(rest, 2, rest.length));
    }

    /** Together both are shorter than 256 bytes. */
    private static byte[] sequence(byte[] first, byte[] second) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int length = first.length + second.length;
        whole.write(length < 256 ? new byte[] {0x30, (byte) 0x81, (byte) length} : longLength(length));
        whole.write(first);
        whole.write(second);
        return whole.toByteArray();
    }

    private static byte[] longLength(int length) {
        return new byte[] {0x30, (byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    private static DERSequence attribute(String type, String value) {
        ASN1EncodableVector attribute = new ASN1EncodableVector();
        attribute.add(new ASN1ObjectIdentifier(type));
        attribute.add(new DLSet(new DERPrintableString(value)));
        return new DERSequence(attribute);
    }

    private static ContentSigner signer(KeyPair keys, String algorithm) throws Exception {
        return new JcaContentSignerBuilder(algorithm)
                .setProvider(BouncyCastle.PROVIDER)
                .build(keys.getPrivate());
    }

    private static KeyPair keys(String family, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static CertificateSigningRequest parse(String text) {
        return CertificateSigningRequest.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(byte[] request, String says) {
        assertThatThrownBy(() -> CertificateSigningRequest.parse(request))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.VALIDATION_FAILED))
                .hasMessageContaining(says);
    }
}
