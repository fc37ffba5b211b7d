package dev.muster.domain.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A device that was added to an application. It goes with the device, and with the application. */
@Entity
@Table(name = "application_device")
@IdClass(ApplicationDevice.Key.class)
public class ApplicationDevice {

    @Id
    @Column(name = "application_id")
    private UUID applicationId;

    @Id
    @Column(name = "device_id")
    private UUID deviceId;

    @Column(name = "added_at")
    private Instant addedAt;

    /** Only Hibernate makes one: devices are added by one statement for many of them. */
    @SuppressWarnings("NullAway.Init")
    protected ApplicationDevice() {}

    public UUID applicationId() {
        return applicationId;
    }

    public UUID deviceId() {
        return deviceId;
    }

    public Instant addedAt() {
        return addedAt;
    }

    /** What names it. */
    public record Key(UUID applicationId, UUID deviceId) implements Serializable {}
}
