package dev.muster.ejb.provisioning;

import dev.muster.domain.trust.ManufacturerCertificate;
import java.util.Optional;

/** Who is at the other end of a connection, as far as the certificate tells that it has shown. */
sealed interface Peer {

    /** The certificate of the platform's that it is by, or is; empty where it names none. */
    Optional<ManufacturerCertificate> named();

    /**
     * A device of a manufacturer.
     *
     * @param authority its DEVICE_CA, which may be revoked or expired
     * @param identifier as in its certificate; empty, which no scheme takes, where it names none that could be one
     */
    record Device(ManufacturerCertificate authority, String identifier) implements Peer {

        @Override
        public Optional<ManufacturerCertificate> named() {
            return Optional.of(authority);
        }

        String normalizedIdentifier() {
            return identifier.isEmpty()
                    ? ""
                    : authority.manufacturer().identifierRules().normalize(identifier);
        }
    }

    /**
     * Somebody with a certificate of the manufacturer's that is not for a device.
     *
     * @param certificate the one it has shown, or the DEVICE_CA that has signed that
     */
    record NoDevice(ManufacturerCertificate certificate) implements Peer {

        @Override
        public Optional<ManufacturerCertificate> named() {
            return Optional.of(certificate);
        }
    }

    /** Somebody whose certificate is not believed, or who has shown none. */
    record Stranger(Optional<ManufacturerCertificate> named) implements Peer {}
}
