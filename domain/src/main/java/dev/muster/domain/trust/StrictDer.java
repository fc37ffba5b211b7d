package dev.muster.domain.trust;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Reads what must be DER (X.690 section 10). Bouncy Castle reads BER, too: one value, many encodings, of which another
 * reader may make something else. What is not written as its value is written in DER is refused.
 */
final class StrictDer {

    private StrictDer() {}

    /**
     * The one value in the bytes.
     *
     * @throws IllegalArgumentException where the bytes are anything else: cut off, followed by others, or not DER at any
     *     depth
     */
    static ASN1Primitive read(byte[] bytes) {
        try {
            ASN1Primitive value = ASN1Primitive.fromByteArray(bytes);
            if (value != null && Arrays.equals(value.getEncoded(ASN1Encoding.DER), bytes)) {
                return value;
            }
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("not ASN.1", e);
        }
        throw new IllegalArgumentException("not DER");
    }
}
