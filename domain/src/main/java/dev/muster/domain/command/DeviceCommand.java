package dev.muster.domain.command;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an organization sends to one of its devices. It waits until the device is connected and has subscribed its
 * commands. The device gets it until the device acknowledges it, so it may come more than once: its id tells. If it expires
 * before that, it is never sent again.
 *
 * <p>Somebody may withdraw it while it waits. What is delivered or expired is deleted after some weeks.
 */
@Entity
@Table(name = "device_command")
public class DeviceCommand {

    /** How many may wait for one device. */
    public static final int MOST_QUEUED = 100;

    @Id
    private UUID id;

    /** The database counts: of two commands for a device, the one that was sent later has the higher number. */
    @Column(name = "command_number", insertable = false, updatable = false)
    private long number;

    /** The organization of the device. */
    @Column(name = "organization_id")
    private UUID organizationId;

    @Column(name = "device_id")
    private UUID deviceId;

    private String content;

    @Column(name = "request_id")
    private @Nullable UUID requestId;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @SuppressWarnings("NullAway.Init")
    protected DeviceCommand() {}

    /** @throws ProblemException {@code validation-failed} as {@link CommandExpiry#of} */
    public DeviceCommand(Device device, NewCommand wanted, UUID createdBy, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = device.organization().id();
        this.deviceId = device.id();
        this.content = wanted.content().json();
        this.requestId = wanted.requestId();
        this.createdBy = Objects.requireNonNull(createdBy);
        this.createdAt = Objects.requireNonNull(now);
        this.expiresAt = CommandExpiry.of(wanted.expiresAt(), now);
    }

    /** What a manager is told if too many commands wait for a device. */
    public static ProblemException tooMany() {
        return new ProblemException(
                ProblemCode.QUOTA_REACHED,
                "100 commands wait for this device. Wait until the device takes some of them, or withdraw some.");
    }

    public CommandState state(Instant now) {
        if (deliveredAt != null) {
            return CommandState.DELIVERED;
        }
        return expiresAt.isAfter(now) ? CommandState.QUEUED : CommandState.EXPIRED;
    }

    /**
     * Whether it can be withdrawn.
     *
     * @throws ProblemException {@code conflict} if it does not wait any more
     */
    public void requireQueued(Instant now) {
        if (state(now) != CommandState.QUEUED) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "This command does not wait any more: it is delivered or expired. Only a queued command can be"
                            + " withdrawn.");
        }
    }

    /** What the device gets: a JSON object with the members {@code id}, {@code data}, {@code createdAt} and {@code expiresAt}. */
    public String message() {
        // the content is JSON already; reading it again could write its numbers in another way
        return "{\"id\":\"%s\",\"data\":%s,\"createdAt\":\"%s\",\"expiresAt\":\"%s\"}"
                .formatted(id, content, createdAt, expiresAt);
    }

    public UUID id() {
        return id;
    }

    /** 0 until it is read from the database. */
    public long number() {
        return number;
    }

    public UUID deviceId() {
        return deviceId;
    }

    /** A JSON object as text. */
    public String content() {
        return content;
    }

    /** The user who sent it. */
    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** When the device acknowledged it; {@code null} before that. */
    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }
}
