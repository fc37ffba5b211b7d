package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.leaf;
import static dev.muster.domain.trust.path.BadPath.PRIVATE;
import static dev.muster.domain.trust.path.BadPath.at;
import static dev.muster.domain.trust.path.BadPath.chain;

import dev.muster.domain.trust.key.TestSignatures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;

/** Chains of a wrong length, and octets that are not the DER of a certificate. */
class BadEncodingTest implements BadPath.Cases {

    static Stream<BadPath> cases() {
        return Stream.of(chains(), encodings()).flatMap(List::stream);
    }

    private static List<BadPath> chains() {
        byte[] good = leaf().by(TestPath.DEVICE_CA).der();
        return List.of(
                chain("no certificate", PathFault.CHAIN_LENGTH),
                chain("five certificates", PathFault.CHAIN_LENGTH, good, good, good, good, good),
                at(
                        0,
                        "more than 16 KiB",
                        PathFault.CHAIN_SIZE,
                        change -> change.with(PRIVATE, false, new byte[16 * 1024])));
    }

    private static List<BadPath> encodings() {
        byte[] good = leaf().by(TestPath.DEVICE_CA).der();
        byte[] text = "-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.US_ASCII);
        return List.of(
                chain("no octets", PathFault.MALFORMED, new byte[0]),
                chain("PEM", PathFault.MALFORMED, text),
                chain("cut off", PathFault.MALFORMED, Arrays.copyOf(good, good.length - 1)),
                chain("an octet after it", PathFault.MALFORMED, Arrays.copyOf(good, good.length + 1)),
                chain("two in one", PathFault.MALFORMED, concat(good, good)),
                chain("a longer length than needed", PathFault.MALFORMED, longLength(good)),
                chain("an indefinite length", PathFault.MALFORMED, indefinite(good)),
                chain("a field more", PathFault.MALFORMED, withField(good)),
                chain("not a certificate", PathFault.MALFORMED, new byte[] {0x30, 0}),
                chain("nested deeply", PathFault.MALFORMED, nested(2000)));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The length has one octet more than it needs: 83 00 instead of 82. */
    private static byte[] longLength(byte[] good) {
        byte[] octets = new byte[good.length + 1];
        octets[0] = good[0];
        octets[1] = (byte) 0x83;
        System.arraycopy(good, 2, octets, 3, good.length - 2);
        return octets;
    }

    private static byte[] indefinite(byte[] good) {
        return TestSignatures.encoded(
                new BERSequence(ASN1Sequence.getInstance(good).toArray()));
    }

    private static byte[] withField(byte[] good) {
        List<ASN1Encodable> fields =
                new ArrayList<>(List.of(ASN1Sequence.getInstance(good).toArray()));
        fields.add(new DERBitString(new byte[1]));
        return TestSignatures.encoded(new DERSequence(fields.toArray(ASN1Encodable[]::new)));
    }

    private static byte[] nested(int depth) {
        byte[] octets = new byte[0];
        for (int i = 0; i < depth; i++) {
            octets = octets.length < 100 ? TestSignatures.encoded(wrap(octets)) : wrapped(octets);
        }
        return octets;
    }

    private static DERSequence wrap(byte[] inner) {
        return inner.length == 0 ? new DERSequence() : new DERSequence(ASN1Sequence.getInstance(inner));
    }

    /** A SEQUENCE around these octets. It is written by hand, because a recursion would not bear the depth. */
    private static byte[] wrapped(byte[] inner) {
        byte[] outer = new byte[inner.length + 4];
        outer[0] = 0x30;
        outer[1] = (byte) 0x82;
        outer[2] = (byte) (inner.length >> 8);
        outer[3] = (byte) inner.length;
        System.arraycopy(inner, 0, outer, 4, inner.length);
        return outer;
    }
}
