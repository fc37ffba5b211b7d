package dev.muster.domain.trust.path;

import dev.muster.domain.trust.DerReader;
import dev.muster.domain.trust.DerTree;
import dev.muster.domain.trust.key.BouncyCastle;
import dev.muster.domain.trust.key.DerScan;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs a changed certificate or request again, so that it passes the check of its signature. */
public final class Resigning {

    private Resigning() {}

    /**
     * The same value with a new ECDSA signature over its first element; the value itself if it has no such element.
     *
     * @param key EC P-256
     */
    public static byte[] of(byte[] der, PrivateKey key) {
        if (!DerScan.isShallow(der)) {
            return der;
        }
        DerReader whole = DerReader.of(der);
        if (whole.children().size() < 3) {
            return der;
        }
        byte[] signed = whole.child(0).whole();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(signed);
        body.writeBytes(whole.child(1).whole());
        body.writeBytes(bitString(sign(signed, key)));
        return DerTree.wrap(whole.tag(), body.toByteArray());
    }

    private static byte[] bitString(byte[] octets) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(0);
        content.writeBytes(octets);
        return DerTree.wrap(3, content.toByteArray());
    }

    private static byte[] sign(byte[] input, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA", BouncyCastle.PROVIDER);
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
