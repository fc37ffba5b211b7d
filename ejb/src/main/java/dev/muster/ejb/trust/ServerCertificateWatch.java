package dev.muster.ejb.trust;

import dev.muster.domain.trust.ShownServerCertificate;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Warns the operator in the log, at the start and twice a day, if the certificate that this server shows expires soon.
 * Each server checks its own certificate; the launcher renews it.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerCertificateWatch {

    /** Instants in ISO 8601. The listeners set them each time that they read their key store. */
    private static final String NOT_BEFORE = "muster.server-certificate.not-before";

    private static final String NOT_AFTER = "muster.server-certificate.not-after";

    private static final Logger LOG = System.getLogger(ServerCertificateWatch.class.getName());

    @Inject
    private Clock clock;

    /** Empty if the listeners have not set the properties. */
    public Optional<ShownServerCertificate> shown() {
        return property(NOT_BEFORE)
                .flatMap(from -> property(NOT_AFTER).map(to -> new ShownServerCertificate(from, to)));
    }

    private static Optional<Instant> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(Instant::parse);
    }

    @PostConstruct
    void lookAtTheStart() {
        look();
    }

    @Schedule(hour = "6,18", persistent = false, info = "the end of the server's certificate")
    public void look() {
        Instant now = clock.instant();
        shown().flatMap(certificate -> certificate.warning(now)).ifPresent(warning -> LOG.log(Level.WARNING, warning));
    }
}
