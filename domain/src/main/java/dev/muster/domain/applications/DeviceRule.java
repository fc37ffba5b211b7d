package dev.muster.domain.applications;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A saved search for devices: what matches it now belongs to the application. As JSON it has the names and values that the
 * management API has for the same search.
 *
 * @param filter leaves out some devices, and does not ask for another application
 */
public record DeviceRule(DeviceFilter filter) {

    public static final int MAX_TEXT = 255;

    /** @throws ProblemException {@code validation-failed} if it matches every device, or names an application */
    public DeviceRule {
        if (filter.applicationId() != null) {
            throw ProblemException.invalid("A rule cannot ask for the devices of another application.");
        }
        if (!filter.isNarrow()) {
            throw ProblemException.invalid("A rule needs at least one condition; without one it matches every device.");
        }
        if (isLong(filter.text()) || isLong(filter.identifier())) {
            throw ProblemException.invalid("A text of a rule has at most " + MAX_TEXT + " characters.");
        }
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.length() > MAX_TEXT;
    }

    /** The JSON that {@link #read} reads. */
    public String json() {
        JsonObjectBuilder members = OwnJson.object();
        put(members, "search", filter.text());
        put(members, "identifier", filter.identifier());
        put(members, "status", filter.status());
        put(members, "credentialStatus", filter.credentialStatus());
        put(members, "type", filter.type());
        put(members, "manufacturer", filter.manufacturerId());
        put(members, "import", filter.importId());
        put(members, "state", filter.state());
        put(members, "model", filter.modelId());
        put(members, "certificate", filter.certificateId());
        return members.build().toString();
    }

    private static void put(JsonObjectBuilder members, String name, @Nullable Object value) {
        if (value != null) {
            members.add(name, value.toString());
        }
    }

    /** Reads a result of {@link #json}. */
    static DeviceRule read(String json) {
        JsonObject members = OwnJson.read(json).asJsonObject();
        return new DeviceRule(new DeviceFilter(
                members.getString("search", null),
                value(members, "status", DeviceStatus::valueOf),
                value(members, "credentialStatus", CredentialStatus::valueOf),
                value(members, "type", DeviceType::valueOf),
                value(members, "manufacturer", UUID::fromString),
                value(members, "import", UUID::fromString),
                members.getString("identifier", null),
                value(members, "state", DeviceState::valueOf),
                value(members, "model", UUID::fromString),
                value(members, "certificate", UUID::fromString),
                null));
    }

    private static <T> @Nullable T value(JsonObject members, String name, Function<String, T> reading) {
        return members.containsKey(name) ? reading.apply(members.getString(name)) : null;
    }
}
