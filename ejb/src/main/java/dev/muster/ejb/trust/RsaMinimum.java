package dev.muster.ejb.trust;

import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long an RSA key from outside has to be to get a new certificate. The protocol promises 2,048 bits (112 bits of
 * security, NIST SP 800-57 part 1, table 2); an operator may ask for 3,072 (128 bits) or more. Keys that have a
 * certificate go on until it ends.
 */
@ApplicationScoped
public class RsaMinimum {

    @Inject
    @ConfigProperty(name = "muster.rsa-min-bits", defaultValue = "2048")
    private int bits;

    /** Whether the key is long enough, or not RSA. */
    public boolean admits(PublicKey key) {
        return bitsOf(key) >= bits;
    }

    /** @throws ProblemException {@code validation-failed} if the key is too short */
    void require(PublicKey key) {
        if (!admits(key)) {
            throw ProblemException.invalid("The key of the certificate signing request is RSA with " + bitsOf(key)
                    + " bits; this server certifies RSA keys of at least " + bits
                    + " bits. Make a longer key, or an EC key.");
        }
    }

    private static int bitsOf(PublicKey key) {
        return key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : Integer.MAX_VALUE;
    }
}
