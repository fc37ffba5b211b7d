package dev.muster.ejb.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that has authenticated itself.
 *
 * @param organizationId the owner
 * @param accessKey of its credential; tells it from earlier and later ones, also if it is a certificate
 * @param modelId the model that says which telemetry the device sends; {@code null} if it has none
 * @param at when it was authenticated, by the database's clock, which all servers share
 */
public record AuthenticatedDevice(
        UUID id,
        UUID organizationId,
        String accessKey,
        @Nullable UUID modelId,
        Instant at) {}
