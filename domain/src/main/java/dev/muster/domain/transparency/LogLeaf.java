package dev.muster.domain.transparency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of the log, for those who read the log. Nothing here changes or adds one: {@link LoggedAct} becomes a leaf, and
 * the sequencer gives it its place.
 */
@Entity
@Table(name = "log_leaf")
public class LogLeaf {

    @Id
    private long id;

    @Column(name = "leaf_index")
    private @Nullable Long leafIndex;

    private byte[] entry;

    private byte @Nullable [] salt;

    private @Nullable String content;

    @Column(name = "happened_at")
    private Instant happenedAt;

    private String act;

    @Column(name = "tenant_id")
    private @Nullable UUID tenantId;

    /** The database takes it from the content. */
    @Column(name = "device_id", insertable = false, updatable = false)
    private @Nullable UUID deviceId;

    @SuppressWarnings("NullAway.Init")
    protected LogLeaf() {}

    /** Its place in the log, from 0; null for about a second after the act. */
    public @Nullable Long index() {
        return leafIndex;
    }

    /** What the tree commits to: 32 bytes. */
    public byte[] entry() {
        return entry.clone();
    }

    /** 32 bytes; null if content and salt were deleted. */
    public byte @Nullable [] salt() {
        return salt == null ? null : salt.clone();
    }

    /** One line of JSON; null if content and salt were deleted. */
    public @Nullable String content() {
        return content;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    /** The code of an {@link Act}. */
    public String act() {
        return act;
    }

    /** The organization or manufacturer that sees the leaf; null for the platform. */
    public @Nullable UUID tenantId() {
        return tenantId;
    }
}
