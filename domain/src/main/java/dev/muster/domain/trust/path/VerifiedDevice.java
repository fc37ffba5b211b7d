package dev.muster.domain.trust.path;

import java.util.Optional;

/**
 * The contents of a device's certificate that was validated.
 *
 * @param identifier the subject's serialNumber, or its common name if it has no serialNumber; empty if it is not a
 *     PrintableString of 1 to 64 characters
 * @param publicKey the device's, DER SubjectPublicKeyInfo
 */
public record VerifiedDevice(Optional<String> identifier, byte[] publicKey) {

    public VerifiedDevice {
        publicKey = publicKey.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }
}
