package dev.muster.rest.health;

import dev.muster.ejb.shared.MqttStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says where the broker of MQTT listens, and warns if it does not. It is always UP: people, and devices that speak HTTP,
 * still need this server.
 */
@Readiness
@ApplicationScoped
public class MqttHealth implements HealthCheck {

    @Inject
    private MqttStatus status;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("mqtt").up().withData("state", status.state());
        status.fault().ifPresent(fault -> response.withData("warning", fault));
        return response.build();
    }
}
