package dev.muster.domain.trust.path;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;

class DistinguishedNameTest {

    @Test
    void readsValuesOfAnyType() {
        assertThatCode(() -> read(new DERUTF8String("Gerät"))).doesNotThrowAnyException();
        assertThatCode(() -> read(new ASN1Integer(1))).doesNotThrowAnyException();
    }

    /** The octet FF is in no UTF-8 (RFC 3629 section 1). */
    @Test
    void refusesTextThatCannotBeDecoded() {
        ASN1Encodable broken = ASN1UTF8String.getInstance(new byte[] {0x0c, 1, (byte) 0xff});
        assertThatThrownBy(() -> read(broken)).isInstanceOf(RuntimeException.class);
    }

    private static void read(ASN1Encodable value) {
        DERSequence attribute = new DERSequence(new ASN1Encodable[] {BCStyle.CN, value});
        DistinguishedName.read(X500Name.getInstance(new DERSequence(new DERSet(attribute))));
    }
}
