package dev.muster.rest.provisioning.approval;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;

/**
 * What became of one of several devices.
 *
 * @param outcome {@code allowed} or {@code not-found}
 */
@JsonbPropertyOrder({"deviceId", "outcome"})
public record AllowedJson(UUID deviceId, String outcome) {

    static AllowedJson of(UUID deviceId, boolean allowed) {
        return new AllowedJson(deviceId, allowed ? "allowed" : "not-found");
    }
}
