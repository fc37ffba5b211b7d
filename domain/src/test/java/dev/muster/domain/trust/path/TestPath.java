package dev.muster.domain.trust.path;

import dev.muster.domain.trust.TestCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A chain as a device sends it, with the issuer and the root that it must lead to.
 *
 * @param chain leaf first
 */
public record TestPath(List<byte[]> chain, byte[] issuer, byte[] root) {

    public static final TestCertificate.Issued ROOT =
            TestCertificate.authority("P-256", "Root", 1).selfSigned();

    public static final TestCertificate.Issued DEVICE_CA =
            TestCertificate.authority("P-256", "Factory", 0).by(ROOT);

    /** A root that allows many authorities below it. */
    static final TestCertificate.Issued DEEP_ROOT =
            TestCertificate.authority("P-256", "Root", 9).selfSigned();

    /** An issuer that allows two authorities below it. */
    static final TestCertificate.Issued DEEP_CA =
            TestCertificate.authority("P-256", "Factory", 2).by(DEEP_ROOT);

    /** An authority between this issuer and the device. */
    static final TestCertificate.Issued LINE =
            TestCertificate.authority("P-256", "Line", 1).by(DEEP_CA);

    /** The usual path, with another leaf. */
    static TestPath leaf(UnaryOperator<TestCertificate> change) {
        return of(change.apply(TestCertificate.leaf()).by(DEVICE_CA));
    }

    /** The usual path with this leaf, which any issuer may have issued. */
    public static TestPath of(TestCertificate.Issued leaf) {
        return of(leaf.der());
    }

    public static TestPath of(byte[]... chain) {
        return new TestPath(List.of(chain), DEVICE_CA.der(), ROOT.der());
    }

    /** With another issuer. */
    static TestPath issuer(UnaryOperator<TestCertificate> change) {
        return issuer(change, UnaryOperator.identity());
    }

    /** With another issuer and another leaf. */
    static TestPath issuer(UnaryOperator<TestCertificate> issuer, UnaryOperator<TestCertificate> leaf) {
        return under(
                issuer.apply(TestCertificate.authority("P-256", "Factory", 0)).by(ROOT),
                leaf.apply(TestCertificate.leaf()));
    }

    /** This leaf under this issuer. */
    static TestPath under(TestCertificate.Issued issuer, TestCertificate leaf) {
        return new TestPath(List.of(leaf.by(issuer).der()), issuer.der(), ROOT.der());
    }

    /** With another root. */
    static TestPath root(UnaryOperator<TestCertificate> change) {
        TestCertificate.Issued root =
                change.apply(TestCertificate.authority("P-256", "Root", 1)).selfSigned();
        TestCertificate.Issued issuer =
                TestCertificate.authority("P-256", "Factory", 0).by(root);
        return new TestPath(List.of(TestCertificate.leaf().by(issuer).der()), issuer.der(), root.der());
    }

    /** With an authority between the issuer and a good leaf. */
    static TestPath between(UnaryOperator<TestCertificate> change) {
        TestCertificate.Issued line =
                change.apply(TestCertificate.authority("P-256", "Line", 0)).by(DEEP_CA);
        return deep(TestCertificate.leaf().by(line), line);
    }

    /** Under the issuer that allows authorities below it. */
    static TestPath deep(TestCertificate.Issued... chain) {
        List<byte[]> encoded = new ArrayList<>();
        for (TestCertificate.Issued certificate : chain) {
            encoded.add(certificate.der());
        }
        return new TestPath(encoded, DEEP_CA.der(), DEEP_ROOT.der());
    }

    public PathVerdict validate() {
        return CertificatePathValidator.validate(chain, issuer, root, TestCertificate.NOW);
    }
}
