package dev.muster.domain.provisioning.policy;

import java.time.Instant;

/**
 * What is needed of a DEVICE_CA to verify the proof of a device that has a certificate by it; read from its record for one
 * request. Whether it is revoked is not asked here.
 *
 * @param accessKey 26 characters of {@code A-Z2-7}
 * @param certificate DER; not copied, not changed
 * @param notAfter the last instant of its validity
 */
public record DeviceAuthority(String accessKey, byte[] certificate, Instant notAfter) {}
