package dev.muster.domain.device;

import dev.muster.domain.shared.EnteredText;
import java.util.UUID;

/**
 * Which devices of an organization are looked for; every member that is {@code null} lets all pass.
 *
 * @param text the unique identifier in any spelling, or a part of it or of the name without regard to case; blank for all
 * @param status where they are in their life
 * @param credentialStatus what state their credentials are in
 * @param type what kind they are
 * @param manufacturerId who made them
 * @param importId with which import they were enrolled
 * @param identifier the whole unique identifier in any spelling; blank for all
 */
public record DeviceFilter(
        String text,
        DeviceStatus status,
        CredentialStatus credentialStatus,
        DeviceType type,
        UUID manufacturerId,
        UUID importId,
        String identifier) {

    public static final DeviceFilter ALL = new DeviceFilter(null, null, null, null, null, null, null);

    public DeviceFilter {
        text = blankIsNone(text);
        identifier = blankIsNone(identifier);
    }

    private static String blankIsNone(String text) {
        return EnteredText.isBlank(text) ? null : EnteredText.trimmed(text);
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !equals(ALL);
    }
}
