package dev.muster.domain.trust;

import dev.muster.domain.trust.key.KeyAlgorithm;
import java.util.Objects;

/** Where the key of a new certificate comes from. */
public sealed interface CertificateKey {

    /** Made here, and its private half shown once. */
    record Generated(KeyAlgorithm algorithm) implements CertificateKey {

        public Generated {
            Objects.requireNonNull(algorithm);
            if (!algorithm.isOffered()) {
                throw new IllegalArgumentException("no key of this kind is made here");
            }
        }
    }

    /**
     * Brought by the manufacturer in a certificate signing request: its private half never exists here.
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
