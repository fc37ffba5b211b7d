package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.NOW;
import static dev.muster.domain.trust.path.BadPath.NOBODY;
import static dev.muster.domain.trust.path.BadPath.at;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Certificates with a bad version, serial number, name, validity or subject. */
class BadFieldTest implements BadPath.Cases {

    static Stream<BadPath> cases() {
        return Stream.of(fields(), times(), subjects()).flatMap(List::stream);
    }

    private static List<BadPath> fields() {
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

    private static List<BadPath> times() {
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

    private static List<BadPath> subjects() {
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
}
