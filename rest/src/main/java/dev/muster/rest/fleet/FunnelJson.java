package dev.muster.rest.fleet;

import dev.muster.domain.provisioning.Funnel;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * How far the identifiers of an import have come; each number has those in it that went on.
 *
 * @param attempted for which a device with a valid proof has tried
 * @param firstTelemetry whose device has authenticated with its credentials
 */
@JsonbPropertyOrder({"imported", "attempted", "provisioned", "firstTelemetry"})
public record FunnelJson(long imported, long attempted, long provisioned, long firstTelemetry) {

    static FunnelJson of(Funnel funnel) {
        return new FunnelJson(funnel.imported(), funnel.attempted(), funnel.provisioned(), funnel.reporting());
    }
}
