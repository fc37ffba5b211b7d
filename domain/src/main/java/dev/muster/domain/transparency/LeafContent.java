package dev.muster.domain.transparency;

import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf says. {@link LoggedAct} has written it.
 *
 * @param tenant {@code organization:<id>} or {@code manufacturer:<id>}; {@code tenant:<id>} if the content was deleted; null
 *     for the platform
 * @param by who did it, such as {@code user:<id>}; null for the server itself
 * @param object what was changed, such as {@code user:<id>}; null if there is no such thing
 * @param attempt the provisioning attempt, or the request; null for other acts
 * @param detail what the act says in addition, in its order: each value is a {@link String} or a {@link Long}
 */
public record LeafContent(
        @Nullable String tenant,
        @Nullable String by,
        @Nullable String object,
        @Nullable String attempt,
        Map<String, Object> detail) {

    public LeafContent {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /**
     * Reads a leaf.
     *
     * @param content null if it was deleted
     * @param tenantId the organization or manufacturer that sees the leaf; null for the platform
     */
    public static LeafContent of(@Nullable String content, @Nullable UUID tenantId) {
        if (content == null) {
            return ofTenant(tenantId == null ? null : "tenant:" + tenantId);
        }
        JsonObject json = OwnJson.read(content).asJsonObject();
        return new LeafContent(
                json.getString("tenant", null),
                json.getString("by", null),
                json.getString("object", null),
                json.getString("attempt", null),
                detail(json.getJsonObject("detail")));
    }

    /** Only whose leaf it is, for readers who may not see more. */
    public LeafContent tenantOnly() {
        return ofTenant(tenant);
    }

    private static LeafContent ofTenant(@Nullable String tenant) {
        return new LeafContent(tenant, null, null, null, Map.of());
    }

    private static Map<String, Object> detail(@Nullable JsonObject detail) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (detail != null) {
            detail.forEach((name, value) -> values.put(name, plain(value)));
        }
        return values;
    }

    private static Object plain(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.longValue();
            default -> value.toString();
        };
    }
}
