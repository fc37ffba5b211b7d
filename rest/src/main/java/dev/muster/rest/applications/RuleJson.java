package dev.muster.rest.applications;

import dev.muster.domain.applications.DeviceRule;
import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.rest.shared.JsonBody;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A saved search: the devices that match it now belong to the application. The members are the parameters of the list of
 * devices; one at least is needed.
 *
 * @param imported the import that enrolled the devices
 */
@Schema(name = "DeviceRule")
@JsonbPropertyOrder({
    "search",
    "identifier",
    "status",
    "credentialStatus",
    "type",
    "manufacturer",
    "import",
    "state",
    "model",
    "certificate"
})
public record RuleJson(
        String search,
        String identifier,
        DeviceStatus status,
        CredentialStatus credentialStatus,
        DeviceType type,
        UUID manufacturer,
        @JsonbProperty("import") @Schema(name = "import") UUID imported,
        DeviceState state,
        UUID model,
        UUID certificate) {

    private static final String[] MEMBERS = {
        "search",
        "identifier",
        "status",
        "credentialStatus",
        "type",
        "manufacturer",
        "import",
        "state",
        "model",
        "certificate"
    };

    static RuleJson of(DeviceRule rule) {
        DeviceFilter filter = rule.filter();
        return new RuleJson(
                filter.text(),
                filter.identifier(),
                filter.status(),
                filter.credentialStatus(),
                filter.type(),
                filter.manufacturerId(),
                filter.importId(),
                filter.state(),
                filter.modelId(),
                filter.certificateId());
    }

    /** Reads the member {@code rule}; null if it is absent or null. */
    static DeviceRule read(JsonBody body) {
        JsonBody rule = body.object("rule", MEMBERS);
        return rule == null
                ? null
                : new DeviceRule(new DeviceFilter(
                        rule.text("search", null),
                        rule.constant("status", DeviceStatus.class),
                        rule.constant("credentialStatus", CredentialStatus.class),
                        rule.constant("type", DeviceType.class),
                        rule.id("manufacturer"),
                        rule.id("import"),
                        rule.text("identifier", null),
                        rule.constant("state", DeviceState.class),
                        rule.id("model"),
                        rule.id("certificate"),
                        null));
    }
}
