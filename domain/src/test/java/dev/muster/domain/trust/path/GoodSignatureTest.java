package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.leaf;
import static dev.muster.domain.trust.path.GoodPath.device;
import static dev.muster.domain.trust.path.GoodPath.good;

import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.TestKeys;
import dev.muster.domain.trust.key.TestSignatures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;

/** Every kind of key and every signature that the validator accepts. */
class GoodSignatureTest implements GoodPath.Cases {

    private static final List<String> KINDS = List.of("P-256", "P-384", "RSA-2048", "RSA-3072", "Ed25519");

    static Stream<GoodPath> cases() {
        return Stream.of(keys(), signatures()).flatMap(List::stream);
    }

    private static List<GoodPath> keys() {
        List<GoodPath> cases = new ArrayList<>();
        for (String issuer : KINDS) {
            for (String device : KINDS) {
                cases.add(good(device + " under " + issuer, () -> TestPath.under(authority(issuer), leaf(device))));
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

    private static List<GoodPath> signatures() {
        List<GoodPath> cases = new ArrayList<>();
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

    private static GoodPath signed(String name, String issuer, UnaryOperator<TestCertificate> change) {
        return good(name + " by " + issuer, () -> TestPath.under(authority(issuer), change.apply(leaf())));
    }

    private static TestCertificate.Issued authority(String kind) {
        return TestCertificate.authority(kind, "Factory", 0).by(TestPath.ROOT);
    }
}
