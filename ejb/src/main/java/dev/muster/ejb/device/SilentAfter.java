package dev.muster.ejb.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a device may be quiet before it counts as silent. */
@ApplicationScoped
public class SilentAfter {

    @Inject
    @ConfigProperty(name = "muster.silent-hours", defaultValue = "24")
    private int hours;

    public int hours() {
        return hours;
    }

    /** A device whose last sign came before this instant is silent. */
    public Instant limit(Instant now) {
        return now.minus(Duration.ofHours(hours));
    }
}
