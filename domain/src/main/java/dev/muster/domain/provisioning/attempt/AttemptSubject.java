package dev.muster.domain.provisioning.attempt;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the sender when an attempt ends.
 *
 * @param manufacturerId of the certificate that the request named, {@code null} if there is no such certificate
 * @param certificateId of that certificate, {@code null} if there is none
 * @param organizationId the owner of the identifier, {@code null} unless the proof was verified
 * @param uniqueIdentifier as sent, {@code null} if it could not be read
 * @param normalizedIdentifier the same in the form in which identifiers are compared, {@code null} if it could not be
 *     read
 * @param source the address that the request came from
 */
public record AttemptSubject(
        @Nullable UUID manufacturerId,
        @Nullable UUID certificateId,
        @Nullable UUID organizationId,
        @Nullable String uniqueIdentifier,
        @Nullable String normalizedIdentifier,
        String source) {

    private static final int MAX_IDENTIFIER = 128;

    public AttemptSubject {
        Objects.requireNonNull(source);
        uniqueIdentifier = cut(uniqueIdentifier);
        normalizedIdentifier = cut(normalizedIdentifier);
    }

    /** The part that fits into the log; it ends with a whole character. */
    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.length() <= MAX_IDENTIFIER) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MAX_IDENTIFIER - 1));
        return text.substring(0, splits ? MAX_IDENTIFIER - 1 : MAX_IDENTIFIER);
    }
}
