package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.domain.trust.ManufacturerCertificate;
import java.util.Optional;

/** Who is at the other end of a connection, as far as the certificate tells that it has shown. */
public sealed interface Peer {

    /** The manufacturer's certificate that it is by, or is, or that has proved it; empty where it names none. */
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

        public String normalizedIdentifier() {
            return identifier.isEmpty()
                    ? ""
                    : authority.manufacturer().identifierRules().normalize(identifier);
        }
    }

    /**
     * A device with the certificate that is its credential, by its organization's authority.
     *
     * @param certificate which may be revoked, and whose device may be gone
     * @param identifier as in it
     */
    record Holder(CredentialCertificate certificate, String identifier) implements Peer {

        @Override
        public Optional<ManufacturerCertificate> named() {
            return Optional.of(certificate.provedBy());
        }
    }

    /**
     * Somebody with a certificate of the manufacturer's that is not for a device.
     *
     * @param certificate the one it has shown, or the DEVICE_CA that has signed that
     * @param reason why it is not for a device
     */
    record NoDevice(ManufacturerCertificate certificate, ProofRejection reason) implements Peer {

        @Override
        public Optional<ManufacturerCertificate> named() {
            return Optional.of(certificate);
        }
    }

    /** As the certificate names it; {@code null} where that is no device's. */
    default String identifierShown() {
        return switch (this) {
            case Device device -> device.identifier();
            case Holder holder -> holder.identifier();
            case NoDevice other -> null;
            case Stranger stranger -> null;
        };
    }

    /** Somebody whose certificate is not believed, or who has shown none. */
    record Stranger(Optional<ManufacturerCertificate> named) implements Peer {}
}
