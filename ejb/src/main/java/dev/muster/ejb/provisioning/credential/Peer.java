package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.domain.trust.ManufacturerCertificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client at the other end of a connection, as far as the certificate that it shows tells. */
public sealed interface Peer {

    /**
     * The manufacturer's certificate behind the client: the issuer of the shown certificate, the certificate that
     * proved the device, or the shown certificate itself; empty if there is none.
     */
    Optional<ManufacturerCertificate> named();

    /**
     * A device of a manufacturer.
     *
     * @param authority the DEVICE_CA of its certificate, which may be revoked or expired
     * @param identifier as in its certificate; empty, which every scheme rejects, if the certificate has none that is
     *     possible
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
     * A device that shows the certificate that is its credential, issued by its organization's authority.
     *
     * @param certificate may be revoked, and its device may be deleted
     * @param identifier as in the certificate
     */
    record Holder(CredentialCertificate certificate, String identifier) implements Peer {

        @Override
        public Optional<ManufacturerCertificate> named() {
            return Optional.of(certificate.provedBy());
        }
    }

    /**
     * A client with a manufacturer's certificate that is not for a device.
     *
     * @param certificate the certificate that it shows, or the DEVICE_CA that has signed that one
     * @param reason why the certificate is not for a device
     */
    record NoDevice(ManufacturerCertificate certificate, ProofRejection reason) implements Peer {

        @Override
        public Optional<ManufacturerCertificate> named() {
            return Optional.of(certificate);
        }
    }

    /** The identifier in the certificate; {@code null} if the certificate is not a device's. */
    default @Nullable String identifierShown() {
        return switch (this) {
            case Device device -> device.identifier();
            case Holder holder -> holder.identifier();
            case NoDevice other -> null;
            case Stranger stranger -> null;
        };
    }

    /** A client whose certificate is not trusted, or that shows none. */
    record Stranger(Optional<ManufacturerCertificate> named) implements Peer {}
}
