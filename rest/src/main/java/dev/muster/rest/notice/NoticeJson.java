package dev.muster.rest.notice;

import dev.muster.domain.notice.Notice;
import dev.muster.domain.notice.NoticeKind;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.notice.CurrentNotice;
import dev.muster.rest.shared.NamedId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody else did that concerns the organization. */
@Schema(name = "Notice")
@JsonbPropertyOrder({
    "id",
    "kind",
    "uniqueIdentifier",
    "deviceName",
    "manufacturer",
    "releasedBy",
    "reason",
    "deviceDeleted",
    "releasedAt",
    "certificate",
    "revocationReason",
    "devices",
    "devicesNow",
    "effectiveAt",
    "withdrawnAt",
    "writtenAt",
    "readAt"
})
public record NoticeJson(
        UUID id,

        @Schema(
                description =
                        "CERTIFICATE_DELETED: a certificate that has proved devices of the organization is deleted,"
                                + " or its deletion is planned; only then there is a certificate. MANUFACTURER_SUSPENDED:"
                                + " the server refuses all proofs of the manufacturer's devices; devices that have joined"
                                + " continue. Later versions may have more kinds")
        NoticeKind kind,

        @Schema(description = "Only of IDENTIFIER_RELEASED, as the organization had entered it")
        String uniqueIdentifier,

        @Schema(description = "Only of IDENTIFIER_RELEASED") String deviceName,

        NamedId manufacturer,

        @Schema(description = "Only of IDENTIFIER_RELEASED: MANUFACTURER or ADMINISTRATOR")
        String releasedBy,

        @Schema(description = "Only of IDENTIFIER_RELEASED, in words")
        String reason,

        @Schema(
                description =
                        "Only of IDENTIFIER_RELEASED: whether its device existed and was deleted with its credentials"
                                + " and telemetry")
        Boolean deviceDeleted,

        @Schema(description = "Only of IDENTIFIER_RELEASED") Instant releasedAt,

        NamedId certificate,

        @Schema(description = "Only of CERTIFICATE_DELETED: why it is, or was going to be, deleted")
        RevocationReason revocationReason,

        @Schema(
                description = "Not of IDENTIFIER_RELEASED: how many devices of the organization the certificate, or the"
                        + " manufacturer, had proved when the notice was written")
        Long devices,

        @Schema(
                description =
                        "Only of CERTIFICATE_DELETED: how many devices of the organization the certificate has proved"
                                + " now; devices that have proved themselves with another one are not counted")
        Long devicesNow,

        @Schema(
                description = "From when on the certificate is deleted, which may be in the future, or the manufacturer"
                        + " suspended. Of a release its time")
        Instant effectiveAt,

        @Schema(
                description =
                        "When the plan to delete the certificate was cancelled, or the suspension ended; absent if the"
                                + " notice stands")
        Instant withdrawnAt,

        @Schema(description = "When the notice was written, or last changed because a plan was moved or withdrawn")
        Instant writtenAt,

        @Schema(description = "Absent until somebody has marked it as read; a change makes it unread again")
        Instant readAt) {

    static NoticeJson of(CurrentNotice current) {
        Notice notice = current.notice();
        boolean release = notice.kind() == NoticeKind.IDENTIFIER_RELEASED;
        boolean end = notice.kind() == NoticeKind.CERTIFICATE_DELETED;
        return new NoticeJson(
                notice.id(),
                notice.kind(),
                notice.uniqueIdentifier(),
                notice.deviceName(),
                new NamedId(notice.manufacturer().id(), notice.manufacturer().name()),
                release ? releasedBy(notice) : null,
                notice.reason(),
                release ? notice.isDeviceDeleted() : null,
                release ? notice.effectiveAt() : null,
                end ? new NamedId(notice.certificateId(), notice.certificateName()) : null,
                notice.revocationReason(),
                release ? null : notice.devices(),
                end ? current.devicesNow() : null,
                notice.effectiveAt(),
                notice.withdrawnAt(),
                notice.writtenAt(),
                notice.readAt());
    }

    private static String releasedBy(Notice notice) {
        return notice.isByAdministrator() ? "ADMINISTRATOR" : "MANUFACTURER";
    }
}
