package dev.muster.domain.trust;

import dev.muster.domain.trust.key.KeyAlgorithm;
import java.util.Objects;

/** The source of a new certificate's key. */
public sealed interface CertificateKey {

    /** The server makes the key pair, and shows its private half once. */
    record Generated(KeyAlgorithm algorithm) implements CertificateKey {

        public Generated {
            Objects.requireNonNull(algorithm);
            if (!algorithm.isOffered()) {
                throw new IllegalArgumentException("no key of this kind is made here");
            }
        }
    }

    /**
     * The manufacturer sends the key in a certificate signing request. The server never has its private half.
     *
     * @param pkcs10 DER (RFC 2986), such as {@link CertificateSigningRequest#der()}
     */
    record Requested(byte[] pkcs10) implements CertificateKey {

        public Requested {
            pkcs10 = pkcs10.clone();
        }

        @Override
        public byte[] pkcs10() {
            return pkcs10.clone();
        }
    }
}
