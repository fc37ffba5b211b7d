package dev.muster.domain.enrollment.allowlist;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is told when somebody else released one of its identifiers. The transaction of the release
 * writes the notice. If one of the organization's managers has read it, it counts as read for all of them. The notice
 * is kept as the record of who released what, and why.
 */
@Entity
@Table(name = "release_notice")
public class ReleaseNotice {

    @Id
    private UUID id;

    @Column(name = "organization_id")
    private UUID organizationId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "manufacturer_id")
    private Manufacturer manufacturer;

    @Column(name = "unique_identifier")
    private String uniqueIdentifier;

    @Column(name = "device_name")
    private String deviceName;

    private String reason;

    @Column(name = "device_deleted")
    private boolean deviceDeleted;

    @Column(name = "by_administrator")
    private boolean byAdministrator;

    @Column(name = "released_by")
    private UUID releasedBy;

    @Column(name = "released_at")
    private Instant releasedAt;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected ReleaseNotice() {}

    /**
     * A notice that nobody has read yet.
     *
     * @param released the enrollment that ends
     * @param deviceDeleted whether its device existed and was deleted with it
     */
    public ReleaseNotice(Enrollment released, boolean deviceDeleted, ReleaseReason reason, Caller by, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = released.organization().id();
        this.manufacturer = released.manufacturer();
        this.uniqueIdentifier = released.uniqueIdentifier();
        this.deviceName = released.deviceName();
        this.reason = reason.entered();
        this.deviceDeleted = deviceDeleted;
        this.byAdministrator = by.role() == Role.ADMINISTRATOR;
        this.releasedBy = by.userId();
        this.releasedAt = Objects.requireNonNull(now);
    }

    /** Marks the notice as read by a manager. A second call changes nothing. */
    public void read(Instant now) {
        if (readAt == null) {
            readAt = Objects.requireNonNull(now);
        }
    }

    public boolean isRead() {
        return readAt != null;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public Manufacturer manufacturer() {
        return manufacturer;
    }

    /** The identifier as the organization entered it. */
    public String uniqueIdentifier() {
        return uniqueIdentifier;
    }

    public String deviceName() {
        return deviceName;
    }

    public String reason() {
        return reason;
    }

    /** Whether a device existed and was deleted with its credentials and telemetry. */
    public boolean isDeviceDeleted() {
        return deviceDeleted;
    }

    /** Whether an administrator of the platform released the identifier, and not the manufacturer. */
    public boolean isByAdministrator() {
        return byAdministrator;
    }

    public Instant releasedAt() {
        return releasedAt;
    }

    /** When a manager of the organization first read it; {@code null} before that. */
    public @Nullable Instant readAt() {
        return readAt;
    }
}
