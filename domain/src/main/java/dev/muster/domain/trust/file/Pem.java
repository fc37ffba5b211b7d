package dev.muster.domain.trust.file;

import dev.muster.domain.trust.key.BouncyCastle;
import dev.muster.domain.trust.key.Der;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Writes and reads certificates and keys as the text that people and tools exchange (RFC 7468): lines of 64 characters,
 * each ended by a line feed on every operating system. It reads only a text that has nothing else in it.
 */
public final class Pem {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String PUBLIC_KEY = "PUBLIC KEY";

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /**
     * {@code BEGIN CERTIFICATE} (RFC 7468 section 5). It ends with a line feed, so a chain is a plain concatenation.
     */
    public static String encode(X509Certificate certificate) {
        try {
            return encode(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate has an encoding", e);
        }
    }

    /**
     * {@code BEGIN PRIVATE KEY}: PKCS#8, not encrypted (RFC 7468 section 10). It leaves out the public half that
     * version 2 adds (RFC 5958 section 2), because OpenSSL 3.0 does not read an Ed25519 key with a public half.
     *
     * @throws IllegalArgumentException if the key has no PKCS#8 form, such as a key in hardware
     */
    public static String encode(PrivateKey key) {
        try {
            PrivateKeyInfo whole = PrivateKeyInfo.getInstance(KeyEncryption.pkcs8(key));
            return encode(PRIVATE_KEY, withoutPublicKey(whole).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            // without the cause: its message may quote the key
            throw new IllegalArgumentException("a private key has an encoding");
        }
    }

    /** {@code BEGIN PUBLIC KEY}: SubjectPublicKeyInfo (RFC 7468 section 13). */
    public static String encode(PublicKey key) {
        return encode(PUBLIC_KEY, key.getEncoded());
    }

    /**
     * Reads the only certificate in the text.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static X509Certificate certificate(String pem) {
        return Der.certificate(decode(CERTIFICATE, pem));
    }

    /**
     * Reads the only public key in the text.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static PublicKey publicKey(String pem) {
        try {
            return BouncyCastle.publicKey(SubjectPublicKeyInfo.getInstance(decode(PUBLIC_KEY, pem)));
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("not a public key", e);
        }
    }

    /**
     * Reads the certificates in the text, in its order.
     *
     * @return empty if there is none
     * @throws IllegalArgumentException if the text is anything else
     */
    public static List<X509Certificate> certificates(String pem) {
        return Stream.of(pem.split("(?<=-----END CERTIFICATE-----)"))
                .filter(block -> !block.isBlank())
                .map(Pem::certificate)
                .toList();
    }

    /**
     * Reads the only private key in the text: PKCS#8, without the public half that version 2 adds.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    static PrivateKeyInfo privateKey(String pem) {
        try {
            return withoutPublicKey(PrivateKeyInfo.getInstance(decode(PRIVATE_KEY, pem)));
        } catch (IOException | IllegalArgumentException e) {
            // without the cause: its message may quote the key
            throw new IllegalArgumentException("not a private key");
        }
    }

    private static PrivateKeyInfo withoutPublicKey(PrivateKeyInfo key) throws IOException {
        return new PrivateKeyInfo(key.getPrivateKeyAlgorithm(), key.parsePrivateKey());
    }

    private static String encode(String label, byte[] der) {
        String lines = LINES.encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static byte[] decode(String label, String pem) {
        Pattern block =
                Pattern.compile("\\s*-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----\\s*");
        Matcher matcher = block.matcher(pem);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not one PEM block of " + label);
        }
        String base64 = matcher.group(1).replaceAll("\\s", "");
        return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
    }
}
