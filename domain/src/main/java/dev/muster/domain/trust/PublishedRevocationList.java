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
 * The last revocation list that was signed for an issuer. All servers give out the same list, so one number always
 * means one content. The list is given out again for a short time, as long as nothing was revoked since, so that many
 * requests cost one signature. The transaction that signs the next list locks the row.
 */
@Entity
@Table(name = "revocation_list")
public class PublishedRevocationList {

    /** A list is given out again only until it is this old. */
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

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected PublishedRevocationList() {}

    /**
     * Whether it may be given out again.
     *
     * @param revoked how many certificates of the issuer are revoked now, also those that a list need not name any
     *     more. The number never falls, because a revocation that has come into force is not undone
     */
    public boolean isCurrent(long revoked, Instant now) {
        return der.length > 0
                && revokedCount >= revoked
                && now.isBefore(thisUpdate.plus(FRESH))
                && !thisUpdate.isAfter(now.plus(FRESH));
    }

    /**
     * The number of the next list. It is greater than the last number, and at least the time in milliseconds, so that
     * it does not go back if the row was lost with a database (RFC 5280 section 5.2.3).
     */
    public BigInteger nextNumber(Instant now) {
        return BigInteger.valueOf(Math.max(number + 1, now.toEpochMilli()));
    }

    /**
     * Replaces the list with a newer one.
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

    /** The time that the list itself names. */
    public Instant thisUpdate() {
        return thisUpdate;
    }

    /** The list, DER (RFC 5280 section 5); empty if none was signed yet. */
    public byte[] der() {
        return der.clone();
    }
}
