package dev.muster.domain.provisioning;

import java.util.Objects;
import java.util.UUID;

/**
 * Who tried to be provisioned, as far as it is known when the try ends.
 *
 * @param manufacturerId of the certificate named by the request, {@code null} where no such certificate exists
 * @param certificateId likewise
 * @param organizationId owner of the identifier, {@code null} unless the proof was verified
 * @param uniqueIdentifier as the request said, {@code null} where it could not be read
 * @param source address that the request came from
 */
public record AttemptSubject(
        UUID manufacturerId, UUID certificateId, UUID organizationId, String uniqueIdentifier, String source) {

    private static final int MAX_IDENTIFIER = 128;

    public AttemptSubject {
        Objects.requireNonNull(source);
        if (uniqueIdentifier != null && uniqueIdentifier.length() > MAX_IDENTIFIER) {
            uniqueIdentifier = uniqueIdentifier.substring(0, MAX_IDENTIFIER);
        }
    }
}
