package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.leaf;
import static dev.muster.domain.trust.path.BadPath.at;
import static dev.muster.domain.trust.path.BadPath.chain;

import dev.muster.domain.trust.TestCertificate;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Chains in which a certificate is not by the one that follows. */
class BadLinkTest implements BadPath.Cases {

    static Stream<BadPath> cases() {
        return links().stream();
    }

    private static List<BadPath> links() {
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
}
