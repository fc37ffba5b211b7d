package dev.muster.rest.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.ReleaseNotice;
import dev.muster.rest.shared.NamedId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * An identifier of the organization was released by somebody else.
 *
 * @param uniqueIdentifier as the organization had entered it
 * @param releasedBy MANUFACTURER or ADMINISTRATOR
 * @param deviceDeleted whether its device existed and was deleted with it
 * @param readAt absent until somebody has marked it as read
 */
@JsonbPropertyOrder({
    "id",
    "uniqueIdentifier",
    "deviceName",
    "manufacturer",
    "releasedBy",
    "reason",
    "deviceDeleted",
    "releasedAt",
    "readAt"
})
public record NoticeJson(
        UUID id,
        String uniqueIdentifier,
        String deviceName,
        NamedId manufacturer,
        String releasedBy,
        String reason,
        boolean deviceDeleted,
        Instant releasedAt,
        Instant readAt) {

    static NoticeJson of(ReleaseNotice notice) {
        return new NoticeJson(
                notice.id(),
                notice.uniqueIdentifier(),
                notice.deviceName(),
                new NamedId(notice.manufacturer().id(), notice.manufacturer().name()),
                notice.isByAdministrator() ? "ADMINISTRATOR" : "MANUFACTURER",
                notice.reason(),
                notice.isDeviceDeleted(),
                notice.releasedAt(),
                notice.readAt());
    }
}
