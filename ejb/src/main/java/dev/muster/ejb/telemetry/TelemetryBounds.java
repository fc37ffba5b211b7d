package dev.muster.ejb.telemetry;

import dev.muster.domain.telemetry.TelemetryExpectation;
import dev.muster.domain.telemetry.TelemetrySources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Between which times messages are taken, as the operator says. */
@ApplicationScoped
public class TelemetryBounds {

    @Inject
    @ConfigProperty(name = "muster.telemetry-max-age-days", defaultValue = "3650")
    private int maxAgeDays;

    @Inject
    @ConfigProperty(name = "muster.telemetry-ahead-hours", defaultValue = "24")
    private int aheadHours;

    TelemetryExpectation at(Instant now, TelemetrySources sources) {
        Instant earliest = now.minus(Duration.ofDays(maxAgeDays));
        return new TelemetryExpectation(now, earliest, now.plus(Duration.ofHours(aheadHours)), sources);
    }
}
