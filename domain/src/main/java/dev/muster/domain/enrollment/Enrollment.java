package dev.muster.domain.enrollment;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One identifier of a manufacturer that one organization of the platform owns. A device that proves the identifier is
 * created in this organization. A commit makes enrollments of an import's rows by one statement, so no code constructs
 * them.
 */
@Entity
@Table(name = "enrollment")
public class Enrollment {

    @Id
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    @ManyToOne(optional = false)
    @JoinColumn(name = "manufacturer_id")
    private Manufacturer manufacturer;

    @Column(name = "batch_id")
    private UUID batchId;

    @Column(name = "unique_identifier")
    private String uniqueIdentifier;

    @Column(name = "normalized_identifier")
    private String normalizedIdentifier;

    @Column(name = "device_name")
    private String deviceName;

    /** Only lists are sorted by it. */
    @Column(name = "normalized_name", insertable = false, updatable = false)
    private String normalizedName;

    @Enumerated(EnumType.STRING)
    @Column(name = "device_type")
    private DeviceType deviceType;

    @Column(name = "parent_identifier")
    private @Nullable String parentIdentifier;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields
    protected Enrollment() {}

    public Long id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    public Manufacturer manufacturer() {
        return manufacturer;
    }

    public UUID batchId() {
        return batchId;
    }

    /** As the organization entered it. */
    public String uniqueIdentifier() {
        return uniqueIdentifier;
    }

    /** The form in which it is compared. */
    public String normalizedIdentifier() {
        return normalizedIdentifier;
    }

    public String deviceName() {
        return deviceName;
    }

    public DeviceType deviceType() {
        return deviceType;
    }

    /** The normal form of the gateway's identifier; null if the device has no gateway. */
    public @Nullable String parentIdentifier() {
        return parentIdentifier;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
