package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.NOW;
import static dev.muster.domain.trust.TestCertificate.leaf;
import static dev.muster.domain.trust.path.GoodPath.PRIVATE;
import static dev.muster.domain.trust.path.GoodPath.device;
import static dev.muster.domain.trust.path.GoodPath.good;

import dev.muster.domain.trust.TestCertificate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;

/** Chains of every accepted length, and the fields of their certificates. */
class GoodChainTest implements GoodPath.Cases {

    static Stream<GoodPath> cases() {
        return Stream.of(chains(), fields()).flatMap(List::stream);
    }

    private static List<GoodPath> chains() {
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

    private static List<GoodPath> fields() {
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
}
