package dev.muster.ejb.shared;

import dev.muster.domain.shared.net.HostNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The names under which clients reach this platform: those of its server certificates. */
@ApplicationScoped
public class PlatformNames {

    private static final List<String> ON_THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");

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
