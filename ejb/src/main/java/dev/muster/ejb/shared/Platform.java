package dev.muster.ejb.shared;

import dev.muster.domain.shared.net.HostNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the use cases take from the machine and its configuration: the clock, random numbers and host names. */
@ApplicationScoped
public class Platform {

    private static final Duration DATABASE_PRECISION = Duration.ofNanos(1000);

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final List<String> ON_THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");

    /** UTC, in whole microseconds, which is the precision of both databases. */
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

    /** The names under which clients reach this platform. Its server certificates have these names. */
    @Produces
    @Dependent
    public HostNames hostNames(
            @ConfigProperty(name = "muster.public-url") URI publicUrl,
            @ConfigProperty(name = "muster.device-url") URI deviceUrl) {
        Stream<String> configured =
                Stream.of(publicUrl, deviceUrl).map(URI::getHost).filter(Objects::nonNull);
        return new HostNames(Stream.concat(configured, ON_THIS_MACHINE.stream()).toList());
    }
}
