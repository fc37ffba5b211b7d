package dev.muster.ejb.telemetry;

import dev.muster.domain.telemetry.TelemetryExpectation;
import dev.muster.domain.telemetry.TelemetrySources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The times that messages may have, and how long messages are kept. The operator configures both. */
@ApplicationScoped
public class TelemetryBounds {

    @Inject
    @ConfigProperty(name = "muster.telemetry-max-age-days", defaultValue = "1095")
    private int maxAgeDays;

    @Inject
    @ConfigProperty(name = "muster.telemetry-ahead-hours", defaultValue = "24")
    private int aheadHours;

    @Inject
    @ConfigProperty(name = "muster.telemetry-retention-days")
    private Optional<Integer> retentionDays;

    /** The rules for the messages of a request that is received now. */
    public TelemetryExpectation at(Instant now, TelemetrySources sources) {
        return new TelemetryExpectation(now, earliest(now), latest(now), sources);
    }

    /** The first time that messages may have. Messages that would be removed at once are not accepted. */
    Instant earliest(Instant now) {
        Instant earliest = now.minus(Duration.ofDays(maxAgeDays));
        return beginOfKept(now).filter(earliest::isBefore).orElse(earliest);
    }

    /** The last time that messages may have. */
    Instant latest(Instant now) {
        return now.plus(Duration.ofHours(aheadHours));
    }

    /** The time from which messages are kept; empty if they are kept for ever. */
    Optional<Instant> beginOfKept(Instant now) {
        return retentionDays.map(days -> now.minus(Duration.ofDays(days)));
    }
}
