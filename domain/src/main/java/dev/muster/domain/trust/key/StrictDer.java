package dev.muster.domain.trust.key;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * Reads DER (X.690 section 10) and refuses any other encoding of a value. Bouncy Castle also reads BER, in which a
 * value has many encodings, and another reader may read some of them as another value.
 */
public final class StrictDer {

    private StrictDer() {}

    /**
     * Reads the only value in the bytes.
     *
     * @throws IllegalArgumentException if the bytes are anything else: cut off, followed by other bytes, or not DER at
     *     any depth
     */
    public static ASN1Primitive read(byte[] bytes) {
        return read(bytes, ASN1Encoding.DER);
    }

    /**
     * Like {@link #read}, but the members of a SET may have any order, as some tools write the attributes of a request.
     *
     * @throws IllegalArgumentException like {@link #read}
     */
    public static ASN1Primitive readInAnyOrder(byte[] bytes) {
        return read(bytes, ASN1Encoding.DL);
    }

    /**
     * Whether Bouncy Castle would write the value in the same way after it has read it. Bouncy Castle leaves out each
     * DEFAULT.
     *
     * @throws IllegalArgumentException if one of them cannot be written
     */
    public static boolean isWritten(ASN1Encodable value, ASN1Object read) {
        try {
            return Arrays.equals(
                    value.toASN1Primitive().getEncoded(ASN1Encoding.DER), read.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalArgumentException("what was read can be written", e);
        }
    }

    private static ASN1Primitive read(byte[] bytes, String rules) {
        if (!DerScan.isShallow(bytes)) {
            throw new IllegalArgumentException("not ASN.1, or nested too deep");
        }
        try {
            ASN1Primitive value = ASN1Primitive.fromByteArray(bytes);
            if (value != null && Arrays.equals(value.getEncoded(rules), bytes) && hasStrictBooleans(value)) {
                return value;
            }
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle reports malformed ASN.1 with exceptions of many kinds
            throw new IllegalArgumentException("not ASN.1", e);
        }
        throw new IllegalArgumentException("not DER");
    }

    /** TRUE is FF (X.690 section 11.1). Bouncy Castle keeps any other octet as it is. */
    private static boolean hasStrictBooleans(ASN1Encodable value) {
        return switch (value) {
            case ASN1Boolean bool -> bool == ASN1Boolean.TRUE || bool == ASN1Boolean.FALSE;
            case ASN1Sequence sequence -> Arrays.stream(sequence.toArray()).allMatch(StrictDer::hasStrictBooleans);
            case ASN1Set set -> Arrays.stream(set.toArray()).allMatch(StrictDer::hasStrictBooleans);
            case ASN1TaggedObject tagged -> hasStrictBooleans(tagged.getBaseObject());
            default -> true;
        };
    }
}
