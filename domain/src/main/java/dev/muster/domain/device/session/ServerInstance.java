package dev.muster.domain.device.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server that devices connect to, from its start to its end. It notes every few seconds that it is alive. If it dies,
 * another server deletes its row.
 */
@Entity
@Table(name = "server_instance")
public class ServerInstance {

    /** How often a server notes that it is alive. */
    public static final Duration BEAT = Duration.ofSeconds(3);

    /** A server that has noted nothing for so long has no connected devices. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** A server that has noted nothing for so long is dead. */
    public static final Duration DEATH = Duration.ofSeconds(60);

    @Id
    private UUID id;

    /** By the database's clock. */
    @Column(name = "seen_at")
    private Instant seenAt;

    @SuppressWarnings("NullAway.Init")
    protected ServerInstance() {}

    public ServerInstance(UUID id, Instant now) {
        this.id = id;
        this.seenAt = now;
    }

    /**
     * Whether a server counts as alive.
     *
     * @param seenAt when it was last noted as alive; null if it has ended
     */
    static boolean isAlive(@Nullable Instant seenAt, Instant now) {
        return seenAt != null && seenAt.plus(SILENCE).isAfter(now);
    }

    public UUID id() {
        return id;
    }

    public Instant seenAt() {
        return seenAt;
    }
}
