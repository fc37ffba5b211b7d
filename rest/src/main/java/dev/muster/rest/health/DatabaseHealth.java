package dev.muster.rest.health;

import dev.muster.ejb.shared.DatabaseProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers. Not part of liveness: restarting this node would not bring the database back.
 */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    @Inject
    private DatabaseProbe probe;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(probe.answers()).build();
    }
}
