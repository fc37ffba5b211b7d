package dev.muster.domain.provisioning.attempt;

import java.util.Objects;
import java.util.UUID;

/**
 * Who tried to be provisioned, as far as it is known when the try ends.
 *
 * @param manufacturerId of the certificate named by the request, {@code null} where no such certificate exists
 * @param certificateId likewise
 * @param organizationId owner of the identifier, {@code null} unless the proof was verified
 * @param uniqueIdentifier as the request said, {@code null} where it could not be read
 * @param normalizedIdentifier the same as identifiers are compared, {@code null} where it could not be read
 * @param source address that the request came from
 */
public record AttemptSubject(
        UUID manufacturerId,
        UUID certificateId,
        UUID organizationId,
        String uniqueIdentifier,
        String normalizedIdentifier,
        String source) {

    private static final int MAX_IDENTIFIER = 128;

    public AttemptSubject {
        Objects.requireNonNull(source);
        uniqueIdentifier = cut(uniqueIdentifier);
        normalizedIdentifier = cut(normalizedIdentifier);
    }

    /** As much as the log keeps; never half of a character. */
    private static String cut(String text) {
        if (text == null || text.length() <= MAX_IDENTIFIER) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MAX_IDENTIFIER - 1));
        return text.substring(0, splits ? MAX_IDENTIFIER - 1 : MAX_IDENTIFIER);
    }
}
