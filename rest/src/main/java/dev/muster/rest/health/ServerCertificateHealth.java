package dev.muster.rest.health;

import dev.muster.domain.trust.ShownServerCertificate;
import dev.muster.ejb.trust.ServerCertificateWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says when the certificate that this server shows ends, and warns before it. It is always UP: taking the server
 * out of service would not renew the certificate, and clients that trust it until its last day still need an answer.
 */
@Readiness
@ApplicationScoped
public class ServerCertificateHealth implements HealthCheck {

    @Inject
    private ServerCertificateWatch watch;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("server-certificate").up();
        watch.shown().ifPresent(certificate -> describe(certificate, clock.instant(), response));
        return response.build();
    }

    private static void describe(ShownServerCertificate certificate, Instant now, HealthCheckResponseBuilder response) {
        response.withData("notAfter", certificate.notAfter().toString()).withData("daysLeft", certificate.days(now));
        certificate.warning(now).ifPresent(warning -> response.withData("warning", warning));
    }
}
