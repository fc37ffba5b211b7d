package dev.muster.domain.provisioning.policy;

import java.time.Instant;

/**
 * The part of a DEVICE_CA that verifies the proof of a device with a certificate by it; read from its record for one
 * request. Does not say whether the DEVICE_CA is revoked.
 *
 * @param accessKey 26 characters of {@code A-Z2-7}
 * @param certificate DER; not copied, not changed
 * @param notAfter the last instant of its validity
 */
public record DeviceAuthority(String accessKey, byte[] certificate, Instant notAfter) {

    /**
     * The time as of which a path to it is judged: now, or its last instant if it has expired. So its devices learn
     * that it has expired (403), not that their proof is wrong (401). Nothing is granted then.
     */
    Instant judgedAt(Instant now) {
        return now.isAfter(notAfter) ? notAfter : now;
    }
}
