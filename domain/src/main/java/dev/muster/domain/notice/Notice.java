package dev.muster.domain.notice;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.enrollment.allowlist.ReleaseReason;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.RevocationReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is told if somebody else does something that concerns it: releases one of its identifiers,
 * deletes a certificate that has proved its devices, or suspends their manufacturer. The transaction of that act writes
 * the notice. If one of the organization's managers has read it, it counts as read for all of them.
 *
 * <p>A notice of a release stays as it is. A certificate has one notice for each organization. If the plan to delete it
 * is moved or cancelled, or the certificate is deleted earlier, the notice follows and is unread again. The notice of a
 * suspension also says when the suspension ended.
 */
@Entity
@Table(name = "notice")
public class Notice {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Column(name = "organization_id")
    private UUID organizationId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "manufacturer_id")
    private Manufacturer manufacturer;

    @Column(name = "unique_identifier")
    private @Nullable String uniqueIdentifier;

    @Column(name = "device_name")
    private @Nullable String deviceName;

    private @Nullable String reason;

    @Column(name = "device_deleted")
    private boolean deviceDeleted;

    @Column(name = "by_administrator")
    private boolean byAdministrator;

    @Column(name = "released_by")
    private @Nullable UUID releasedBy;

    @Column(name = "certificate_id")
    private @Nullable UUID certificateId;

    @Column(name = "certificate_name")
    private @Nullable String certificateName;

    @Enumerated(EnumType.STRING)
    @Column(name = "revocation_reason")
    private @Nullable RevocationReason revocationReason;

    private long devices;

    @Column(name = "effective_at")
    private Instant effectiveAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    @Column(name = "mail_due")
    private boolean mailDue;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    private Notice(NoticeKind kind, UUID organizationId, Manufacturer manufacturer, Instant effectiveAt, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.organizationId = Objects.requireNonNull(organizationId);
        this.manufacturer = Objects.requireNonNull(manufacturer);
        this.effectiveAt = Objects.requireNonNull(effectiveAt);
        this.writtenAt = Objects.requireNonNull(now);
        this.mailDue = true;
    }

    /**
     * The notice that an identifier was released.
     *
     * @param released the enrollment that ends
     * @param deviceDeleted whether its device existed and was deleted with it
     */
    public static Notice ofRelease(
            Enrollment released, boolean deviceDeleted, ReleaseReason reason, Caller by, Instant now) {
        Notice notice = new Notice(
                NoticeKind.IDENTIFIER_RELEASED, released.organization().id(), released.manufacturer(), now, now);
        notice.uniqueIdentifier = released.uniqueIdentifier();
        notice.deviceName = released.deviceName();
        notice.reason = reason.entered();
        notice.deviceDeleted = deviceDeleted;
        notice.byAdministrator = by.role() == Role.ADMINISTRATOR;
        notice.releasedBy = by.userId();
        return notice;
    }

    /**
     * The notice that a certificate is deleted, or is going to be.
     *
     * @param devices of the organization that the certificate has proved
     */
    public static Notice ofEnd(ManufacturerCertificate certificate, UUID organizationId, long devices, Instant now) {
        Notice notice = new Notice(
                NoticeKind.CERTIFICATE_DELETED,
                organizationId,
                certificate.manufacturer(),
                Objects.requireNonNull(certificate.revokedAt()),
                now);
        notice.certificateId = certificate.id();
        notice.certificateName = certificate.name();
        notice.revocationReason = certificate.revocationReason();
        notice.devices = devices;
        return notice;
    }

    /**
     * The notice that a manufacturer is suspended.
     *
     * @param devices of the organization that the manufacturer has proved
     */
    public static Notice ofSuspension(Manufacturer suspended, UUID organizationId, long devices, Instant now) {
        Notice notice = new Notice(
                NoticeKind.MANUFACTURER_SUSPENDED,
                organizationId,
                suspended,
                Objects.requireNonNull(suspended.suspendedAt()),
                now);
        notice.devices = devices;
        return notice;
    }

    /**
     * Says what is planned for its certificate now, or what has happened to it. If the notice says so already, nothing
     * changes.
     *
     * @param devices of the organization that the certificate has proved; 0 keeps a notice read that was read
     */
    public void follow(ManufacturerCertificate certificate, long devices, Instant now) {
        Instant end = certificate.revokedAt();
        if (end == null) {
            withdraw(devices, now);
        } else if (withdrawnAt != null
                || !end.equals(effectiveAt)
                || revocationReason != certificate.revocationReason()) {
            effectiveAt = end;
            revocationReason = certificate.revocationReason();
            withdrawnAt = null;
            tellAgain(devices, now);
        }
    }

    /** Says that it was taken back. A second call changes nothing. */
    public void withdraw(long devices, Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = Objects.requireNonNull(now);
            tellAgain(devices, now);
        }
    }

    private void tellAgain(long devices, Instant now) {
        this.devices = devices;
        this.writtenAt = now;
        if (devices > 0 || kind == NoticeKind.MANUFACTURER_SUSPENDED) {
            this.readAt = null;
            this.mailDue = true;
        }
    }

    public NoticeStatus status(Instant now) {
        if (withdrawnAt != null) {
            return NoticeStatus.WITHDRAWN;
        }
        return now.isBefore(effectiveAt) ? NoticeStatus.PLANNED : NoticeStatus.IN_FORCE;
    }

    public boolean isRead() {
        return readAt != null;
    }

    public UUID id() {
        return id;
    }

    public NoticeKind kind() {
        return kind;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public Manufacturer manufacturer() {
        return manufacturer;
    }

    /** The released identifier as the organization entered it; {@code null} if none was released. */
    public @Nullable String uniqueIdentifier() {
        return uniqueIdentifier;
    }

    /** The name of the released identifier's device; {@code null} if none was released. */
    public @Nullable String deviceName() {
        return deviceName;
    }

    /** Why the identifier was released; {@code null} if none was released. */
    public @Nullable String reason() {
        return reason;
    }

    /** Whether the released identifier had a device that was deleted with its credentials and telemetry. */
    public boolean isDeviceDeleted() {
        return deviceDeleted;
    }

    /** Whether an administrator of the platform released the identifier, and not the manufacturer. */
    public boolean isByAdministrator() {
        return byAdministrator;
    }

    /** {@code null} if the notice is not about a certificate. */
    public @Nullable UUID certificateId() {
        return certificateId;
    }

    /** {@code null} if the notice is not about a certificate. */
    public @Nullable String certificateName() {
        return certificateName;
    }

    /** Why the certificate is deleted, or was going to be; {@code null} if the notice is not about a certificate. */
    public @Nullable RevocationReason revocationReason() {
        return revocationReason;
    }

    /** Devices of the organization that it concerned when it was written; 0 for a release. */
    public long devices() {
        return devices;
    }

    /** From when on it is, or was going to be, the case; may be in the future. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /** When it was taken back; {@code null} if it stands. */
    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    /** When it was written, or last changed. */
    public Instant writtenAt() {
        return writtenAt;
    }

    /** When a manager of the organization first read it as it is now; {@code null} before that. */
    public @Nullable Instant readAt() {
        return readAt;
    }
}
