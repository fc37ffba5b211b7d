package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.NOW;
import static dev.muster.domain.trust.TestCertificate.leaf;
import static dev.muster.domain.trust.path.BadPath.NOBODY;
import static dev.muster.domain.trust.path.BadPath.PRIVATE;
import static dev.muster.domain.trust.path.BadPath.at;
import static dev.muster.domain.trust.path.BadPath.chain;

import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.TestKeys;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Chains with a bad issuer, a bad authority below it, or a bad root. */
class BadAuthorityTest implements BadPath.Cases {

    static Stream<BadPath> cases() {
        return Stream.of(issuers(), authoritiesBetween(), roots()).flatMap(List::stream);
    }

    private static List<BadPath> issuers() {
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
                new BadPath(
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

    private static List<BadPath> authoritiesBetween() {
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

    private static List<BadPath> roots() {
        TestCertificate.Issued namesake = TestCertificate.authority("P-256", "Root", 1)
                .signedWith(TestKeys.of("P-256", "stranger"))
                .key(TestKeys.publicKey("P-256", "stranger"))
                .selfSigned();
        return List.of(
                new BadPath(
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

    private static BadPath between(String name, PathFault fault, UnaryOperator<TestCertificate> change) {
        return new BadPath("between: " + name, fault, 1, () -> TestPath.between(change));
    }

    private static BadPath deep(String name, PathFault fault, int position, TestCertificate.Issued... chain) {
        return new BadPath("between: " + name, fault, position, () -> TestPath.deep(chain));
    }
}
