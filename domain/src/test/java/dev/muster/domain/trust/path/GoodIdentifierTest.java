package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.GoodPath.IMEI;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Subjects with an identifier of the device, and subjects without one. */
class GoodIdentifierTest implements GoodPath.Cases {

    static Stream<GoodPath> cases() {
        return identifiers().stream();
    }

    private static List<GoodPath> identifiers() {
        String longest = "A1 '()+,-./:=?".repeat(5).substring(0, 64);
        return List.of(
                named("serial number alone", IMEI, new DERPrintableString(IMEI), null),
                named("serial number and another common name", IMEI, new DERPrintableString(IMEI), utf8("Tracker")),
                named("common name alone", IMEI, null, new DERPrintableString(IMEI)),
                named("common name alone, in UTF-8", IMEI, null, utf8(IMEI)),
                named("one character", "7", new DERPrintableString("7"), null),
                named("64 characters of every kind", longest, new DERPrintableString(longest), null),
                named("a MAC address", "00:1A:2B:3C:4D:5E", null, utf8("00:1A:2B:3C:4D:5E")),
                named(
                        "a serial number beside a name in other letters",
                        IMEI,
                        new DERPrintableString(IMEI),
                        utf8("Ünal")),
                named("no identifier: 65 characters", null, new DERPrintableString(longest + "1"), null),
                named("no identifier: no character", null, new DERPrintableString(""), null),
                named("no identifier: a serial number in UTF-8", null, utf8(IMEI), null),
                named("no identifier: an unusable serial number, in spite of its name", null, utf8("_"), utf8(IMEI)),
                named("no identifier: other letters", null, null, utf8("Ünal")),
                named("no identifier: an underscore", null, null, utf8("SN_1")),
                named("no identifier: a PrintableString that is none", null, new DERPrintableString("SN_1"), null),
                named("no identifier: another kind of string", null, null, new DERIA5String(IMEI)),
                named("no identifier: neither of the two", null, null, null),
                new GoodPath(
                        "several common names beside a serial number",
                        Optional.of(IMEI),
                        () -> TestPath.leaf(c -> c.subject("CN=a,CN=b,SERIALNUMBER=" + IMEI))));
    }

    private static GoodPath named(
            String name, String identifier, ASN1Encodable serialNumber, ASN1Encodable commonName) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
        subject.addRDN(BCStyle.OU, "Line 1");
        if (commonName != null) {
            subject.addRDN(BCStyle.CN, commonName);
        }
        if (serialNumber != null) {
            subject.addRDN(BCStyle.SERIALNUMBER, serialNumber);
        }
        return new GoodPath(
                name, Optional.ofNullable(identifier), () -> TestPath.leaf(c -> c.subject(subject.build())));
    }

    private static ASN1Encodable utf8(String text) {
        return new DERUTF8String(text);
    }
}
