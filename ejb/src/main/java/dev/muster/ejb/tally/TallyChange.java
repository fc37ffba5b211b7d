package dev.muster.ejb.tally;

import dev.muster.domain.tally.TallyKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount that is added to the numbers of a tenant.
 *
 * @param organizationId whose number it is; {@code null} for a number of a manufacturer
 * @param manufacturerId whose number it is, or whose devices are counted; {@code null} if it does not matter
 * @param importId the import that enrolled what is counted; {@code null} if it does not matter
 * @param certificateId the certificate that proved what is counted; {@code null} if it does not matter
 * @param outcome code of an attempt's outcome; empty for other kinds
 * @param hour the hour in which it happened; the epoch for an amount that stands
 * @param amount negative if there is less now
 */
public record TallyChange(
        TallyKind kind,
        @Nullable UUID organizationId,
        @Nullable UUID manufacturerId,
        @Nullable UUID importId,
        @Nullable UUID certificateId,
        String outcome,
        Instant hour,
        long amount) {

    /** The hour of an amount that stands. */
    static final Instant STANDING = Instant.EPOCH;

    static TallyChange enrolled(FleetPlace place, long more) {
        return new TallyChange(
                TallyKind.ENROLLED,
                place.organizationId(),
                place.manufacturerId(),
                place.importId(),
                null,
                "",
                STANDING,
                more);
    }

    static TallyChange devices(FleetPlace place, UUID certificateId, long more) {
        return new TallyChange(
                TallyKind.DEVICES,
                place.organizationId(),
                place.manufacturerId(),
                place.importId(),
                certificateId,
                "",
                STANDING,
                more);
    }

    /** An amount of an organization that stands. */
    static TallyChange standing(TallyKind kind, UUID organizationId, long more) {
        return new TallyChange(kind, organizationId, null, null, null, "", STANDING, more);
    }

    /** Something that happened to an organization. */
    static TallyChange ofOrganization(TallyKind kind, UUID organizationId, String outcome, Instant at, long more) {
        return new TallyChange(kind, organizationId, null, null, null, outcome, hourOf(at), more);
    }

    /** Something that happened to a manufacturer. */
    static TallyChange ofManufacturer(TallyKind kind, UUID manufacturerId, String outcome, Instant at, long more) {
        return new TallyChange(kind, null, manufacturerId, null, null, outcome, hourOf(at), more);
    }

    private static Instant hourOf(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
