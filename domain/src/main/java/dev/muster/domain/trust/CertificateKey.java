package dev.muster.domain.trust;

import java.util.Objects;

/** Where the key of a new certificate comes from. */
public sealed interface CertificateKey {

    /** Made here, and its private half shown once. */
    record Generated(KeyAlgorithm algorithm) implements CertificateKey {

        public Generated {
            Objects.requireNonNull(algorithm);
        }
    }
}
