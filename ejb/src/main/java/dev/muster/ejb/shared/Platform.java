package dev.muster.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** What the use cases take from the machine: its clock and its randomness. */
@ApplicationScoped
public class Platform {

    private static final Duration DATABASE_PRECISION = Duration.ofNanos(1000);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** UTC, in whole microseconds, which is what both databases keep. */
    @Produces
    @Dependent
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), DATABASE_PRECISION);
    }

    @Produces
    @Dependent
    public SecureRandom random() {
        return RANDOM;
    }
}
