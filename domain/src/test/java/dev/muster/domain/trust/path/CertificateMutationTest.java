package dev.muster.domain.trust.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificateSigningRequest;
import dev.muster.domain.trust.DerMutations;
import dev.muster.domain.trust.DerMutations.Mutant;
import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.TestKeys;
import dev.muster.domain.trust.key.BouncyCastle;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

/**
 * Certificates and requests with one wrong element, each with its old signature and with a new valid one. All their
 * readers answer with a verdict and throw nothing else.
 */
class CertificateMutationTest {

    private static final KeyPair KEYS = TestKeys.of("P-256", "leaf");

    private static final ShownCertificate SHOWN =
            ShownCertificate.read(TestPath.DEVICE_CA.der()).orElseThrow();

    private static final String SHORT = "C=DE,O=Acme,OU=Line 1,CN=Tracker,SERIALNUMBER=356938035643809";

    private static final String LONG = SHORT + ",L=Ulm,ST=BW,STREET=1,T=x,DC=acme,DC=example,UID=1,OU=2,OU=3,OU=4"
            + ",GIVENNAME=a,SURNAME=b,INITIALS=c,GENERATION=d,E=a@acme.example,OU=5,OU=6";

    @Test
    void ofALeaf() {
        TestCertificate.Issued leaf = leaf(TestCertificate.leaf()).by(TestPath.DEVICE_CA);
        List<Mutant> mutants = mutants("leaf", leaf.der(), 9_000);
        int valid =
                run(mutants, TestPath.DEVICE_CA.keys(), der -> TestPath.of(der).validate());
        assertThat(valid)
                .as("which are valid: texts and numbers that may be others")
                .isLessThan(mutants.size() / 10);
    }

    @Test
    void ofAnIssuer() {
        TestCertificate.Issued line =
                authority(TestCertificate.authority("P-256", "Line", 0)).by(TestPath.DEEP_CA);
        byte[] below = TestCertificate.leaf().by(line).der();
        List<Mutant> mutants = mutants("issuer", line.der(), 9_000);
        int valid = run(mutants, TestPath.DEEP_CA.keys(), der -> {
            TestPath path = new TestPath(List.of(below, der), TestPath.DEEP_CA.der(), TestPath.DEEP_ROOT.der());
            return path.validate();
        });
        assertThat(valid).isLessThan(mutants.size() / 10);
    }

    @Test
    void ofARequest() throws Exception {
        runRequests(mutants("request", request(LONG, false), 9_000));
    }

    @Test
    void ofARequestWithAttributes() throws Exception {
        runRequests(mutants("request with attributes", request(SHORT + ",OU=Line 2,L=Ulm,ST=BW", true), 9_000));
    }

    private static List<Mutant> mutants(String what, byte[] der, int least) {
        List<Mutant> mutants = DerMutations.of(der);
        System.out.println("Mutants of a " + what + ": " + mutants.size() + " " + DerMutations.counts(mutants));
        assertThat(mutants.size()).isGreaterThan(least);
        return mutants;
    }

    /** @return how many were valid */
    private static int run(List<Mutant> mutants, KeyPair issuer, Function<byte[], PathVerdict> judge) {
        AtomicInteger valid = new AtomicInteger();
        each(mutants, issuer, der -> {
            if (judge.apply(der) instanceof PathVerdict.Valid) {
                valid.incrementAndGet();
            }
            Optional<ShownCertificate> shown = ShownCertificate.read(der);
            shown.ifPresent(certificate -> {
                certificate.issuerAccessKey();
                certificate.subjectAccessKey();
                certificate.isSignedBy(TestPath.DEVICE_CA.der());
                SHOWN.isSignedBy(der);
                IssuerKind.of(der);
                IssuerKind.thatSigned(der);
            });
        });
        return valid.get();
    }

    private static void runRequests(List<Mutant> mutants) {
        AtomicInteger taken = new AtomicInteger();
        each(mutants, KEYS, der -> {
            boolean readable = CertificateSigningRequest.isReadable(der);
            taken.addAndGet(isTaken(der) && isTaken(pem(der)) && readable ? 1 : 0);
        });
        assertThat(taken.get())
                .as("which are taken: of the request only the key counts")
                .isLessThan(mutants.size());
    }

    private static boolean isTaken(byte[] request) {
        try {
            CertificateSigningRequest read = CertificateSigningRequest.parse(request);
            assertThat(read.publicKey()).isNotNull();
            assertThat(read.keyAlgorithm()).isNotNull();
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
            return false;
        }
    }

    /** The failure names all mutants for which a reader threw. */
    private static void each(List<Mutant> mutants, KeyPair signer, Consumer<byte[]> reading) {
        Queue<String> thrown = new ConcurrentLinkedQueue<>();
        mutants.parallelStream().forEach(mutant -> {
            run(mutant, mutant.der(), reading, thrown);
            // nothing checks the signature of what cannot be read
            if (mutant.signed() && isReadable(mutant.der())) {
                run(mutant, Resigning.of(mutant.der(), signer.getPrivate()), reading, thrown);
            }
        });
        assertThat(thrown).isEmpty();
    }

    private static boolean isReadable(byte[] der) {
        return CertificateSigningRequest.isReadable(der)
                || ShownCertificate.read(der).isPresent();
    }

    private static void run(Mutant mutant, byte[] der, Consumer<byte[]> reading, Queue<String> thrown) {
        try {
            reading.accept(der);
        } catch (RuntimeException | Error e) {
            thrown.add(mutant + ": " + e + " at " + e.getStackTrace()[0] + ", "
                    + HexFormat.of().formatHex(der));
        }
    }

    private static TestCertificate leaf(TestCertificate leaf) {
        return leaf.with(Extension.subjectAlternativeName, false, names())
                .with(Extension.cRLDistributionPoints, false, points())
                .with(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(
                                new GeneralNames(new GeneralName(TestPath.ROOT.name())), TestPath.DEVICE_CA.serial()));
    }

    private static TestCertificate authority(TestCertificate authority) {
        GeneralSubtree subtree = new GeneralSubtree(new GeneralName(new X500Name("O=Other,CN=x")));
        GeneralSubtree domain = new GeneralSubtree(new GeneralName(GeneralName.dNSName, "other.example"));
        return authority
                .with(Extension.nameConstraints, true, new NameConstraints(null, new GeneralSubtree[] {subtree, domain
                }))
                .with(Extension.subjectAlternativeName, false, names())
                .with(Extension.cRLDistributionPoints, false, points());
    }

    private static GeneralNames names() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "tracker.acme.example"), new GeneralName(new X500Name("O=Acme"))
        });
    }

    private static CRLDistPoint points() {
        GeneralNames address =
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://acme.example/crl"));
        return new CRLDistPoint(
                new DistributionPoint[] {new DistributionPoint(new DistributionPointName(address), null, null)});
    }

    private static byte[] request(String subject, boolean attributes) throws Exception {
        JcaPKCS10CertificationRequestBuilder request =
                new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), KEYS.getPublic());
        if (attributes) {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            extensions.addExtension(Extension.subjectAlternativeName, false, names());
            extensions.addExtension(Extension.cRLDistributionPoints, false, points());
            request.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
            request.addAttribute(
                    PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERPrintableString("challenge"));
            request.addAttribute(
                    PKCSObjectIdentifiers.pkcs_9_at_unstructuredName, new DERUTF8String("Tracker of Acme"));
        }
        return request.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(KEYS.getPrivate()))
                .getEncoded();
    }

    private static byte[] pem(byte[] der) {
        String text = "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
