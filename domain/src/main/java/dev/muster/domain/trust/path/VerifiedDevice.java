package dev.muster.domain.trust.path;

import java.util.Optional;

/**
 * What a validated certificate of a device says. Lives as long as the request that brought it.
 *
 * @param identifier the subject's serialNumber, or its common name where it has none; empty where that is no
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
