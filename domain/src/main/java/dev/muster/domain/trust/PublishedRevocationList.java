package dev.muster.domain.trust;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The last revocation list that was signed for an issuer, the same for all servers: one number, one content. It is given
 * out again as long as nothing was revoked since, and for a short time only, so that a list costs one signature however
 * often it is asked for. Its row is held by who signs the next one.
 */
@Entity
@Table(name = "revocation_list")
public class PublishedRevocationList {

    /** How old the time in a list that is given out may be. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Id
    @Column(name = "issuer_id")
    private UUID issuerId;

    @Column(name = "list_number")
    private long number;

    @Column(name = "revoked_count")
    private long revokedCount;

    @Column(name = "this_update")
    private Instant thisUpdate;

    private byte[] der;

    protected PublishedRevocationList() {}

    /**
     * Whether it may be given out.
     *
     * @param revoked how many certificates of the issuer are revoked now, those that no list needs to name included; it
     *     never falls, because a revocation that has come into force is not undone
     */
    public boolean isCurrent(long revoked, Instant now) {
        return der.length > 0
                && revokedCount >= revoked
                && now.isBefore(thisUpdate.plus(FRESH))
                && !thisUpdate.isAfter(now.plus(FRESH));
    }

    /**
     * The number of the next list: greater than the last one's, and at least its time in milliseconds, so that it does
     * not go back where the row was lost with a database and began anew (RFC 5280, section 5.2.3).
     */
    public BigInteger nextNumber(Instant now) {
        return BigInteger.valueOf(Math.max(number + 1, now.toEpochMilli()));
    }

    /**
     * Puts a newer list in its place.
     *
     * @param newNumber from {@link #nextNumber}
     * @param revoked as in {@link #isCurrent}, counted before the list was made
     */
    public void replace(BigInteger newNumber, long revoked, byte[] newDer, Instant now) {
        number = newNumber.longValueExact();
        revokedCount = revoked;
        der = newDer.clone();
        thisUpdate = Objects.requireNonNull(now);
    }

    public UUID issuerId() {
        return issuerId;
    }

    public long number() {
        return number;
    }

    /** The list's own time. */
    public Instant thisUpdate() {
        return thisUpdate;
    }

    /** RFC 5280 section 5. */
    public byte[] der() {
        return der.clone();
    }
}
