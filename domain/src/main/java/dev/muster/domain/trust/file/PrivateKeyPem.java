package dev.muster.domain.trust.file;

import dev.muster.domain.trust.key.BouncyCastle;
import java.io.IOException;
import java.io.Reader;
import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * The private key in an operator's PEM file, in all forms that openssl and ACME clients write: PKCS#8 (RFC 7468 section
 * 10), or the older forms of EC keys (RFC 5915) and RSA keys (RFC 8017 appendix A.1.2).
 */
public final class PrivateKeyPem {

    private PrivateKeyPem() {}

    /** The key has a passphrase. */
    public static final class EncryptedException extends IOException {

        private static final long serialVersionUID = 1L;

        EncryptedException() {
            super("the key is encrypted");
        }
    }

    /**
     * The first private key in the text.
     *
     * @return empty if there is none
     * @throws EncryptedException if it has a passphrase
     * @throws IOException if the text is not PEM. It has no cause, because the message of the cause may quote the key
     */
    public static Optional<PrivateKey> read(Reader text) throws IOException {
        try {
            return first(new PEMParser(text));
        } catch (EncryptedException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("not PEM of a private key");
        }
    }

    private static Optional<PrivateKey> first(PEMParser parser) throws IOException {
        for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
            switch (block) {
                case PrivateKeyInfo pkcs8 -> {
                    return Optional.of(BouncyCastle.privateKey(pkcs8));
                }
                case PEMKeyPair pair -> {
                    return Optional.of(BouncyCastle.privateKey(pair.getPrivateKeyInfo()));
                }
                case PEMEncryptedKeyPair encrypted -> throw new EncryptedException();
                case PKCS8EncryptedPrivateKeyInfo encrypted -> throw new EncryptedException();
                default -> {}
            }
        }
        return Optional.empty();
    }
}
