package dev.muster.ejb.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.manufacturer.NormalForms;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.trust.RemainingValidity;
import dev.muster.ejb.shared.SearchText;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one filter says about a device, as a part of a query with {@code e} as the device and {@code n} as its enrollment. A
 * query may have two of them: the search, and the rule of an application. The application of a filter is not in it.
 */
final class FilterCondition {

    private static final String IS_VALID = " and (e.invalidatedAt is null or e.invalidatedAt > :now)";

    private static final String IS_INVALID = " and e.invalidatedAt <= :now";

    private static final String IS_UNHEARD = " and e.heardBeforeAt is null and e.firstUsedAt is null";

    /** The newest of its own certificates expires soon. */
    private static final String IS_EXPIRING = """
            \sand exists (select c.id from CredentialCertificate c
               where c.deviceId = e.id and c.revokedAt is null and c.notAfter > :now and c.notAfter <= :soon)
              and not exists (select c.id from CredentialCertificate c
               where c.deviceId = e.id and c.revokedAt is null and c.notAfter > :soon)""";

    static final String LAST_SIGN = "coalesce(e.lastUsedAt, e.createdAt)";

    private final Map<String, Object> parameters = new HashMap<>();

    private final StringBuilder text = new StringBuilder();

    private final String prefix;

    /** @param prefix of the names of the parameters, different for each filter of a query */
    FilterCondition(String prefix, DeviceFilter filter, SearchedAt at) {
        this.prefix = prefix;
        equal("e.type", "type", filter.type());
        equal("e.modelId", "model", filter.modelId());
        equal("e.certificateId", "certificate", filter.certificateId());
        equal("n.manufacturer.id", "manufacturer", filter.manufacturerId());
        equal("n.batchId", "import", filter.importId());
        add(condition(filter.status()) + condition(filter.credentialStatus()) + condition(filter.state()), at);
        ofText(filter.text());
        ofIdentifier(filter.identifier());
    }

    /** Each of its conditions begins with "and". */
    String text() {
        return text.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Whether the query needs the enrollments. */
    static boolean isOfEnrollment(DeviceFilter filter) {
        return filter.identifier() != null
                || filter.text() != null
                || filter.manufacturerId() != null
                || filter.importId() != null;
    }

    private void equal(String path, String name, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(path).append(" = :").append(prefix).append(name);
            parameters.put(prefix + name, value);
        }
    }

    /** Times are the same for all filters of a query, so these parameters have no prefix. */
    private void add(String conditions, SearchedAt at) {
        text.append(conditions);
        if (conditions.contains(":now")) {
            parameters.put("now", at.now());
        }
        if (conditions.contains(":soon")) {
            parameters.put("soon", at.now().plus(RemainingValidity.SHORT));
        }
        if (conditions.contains(":silent")) {
            parameters.put("silent", at.silent());
        }
        if (conditions.contains(":lastDay")) {
            // One day more, because the database may have noted a day by its own time zone
            parameters.put(
                    "lastDay",
                    at.silent().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1));
        }
    }

    private void ofText(@Nullable String searched) {
        if (searched != null) {
            text.append(" and (n.normalizedIdentifier in :%sforms or ".formatted(prefix))
                    .append(SearchText.any("e.name", "e.uniqueIdentifier").replace(":", ":" + prefix))
                    .append(")");
            parameters.put(prefix + "forms", NormalForms.of(searched));
            new SearchText(searched).with(Map.of()).forEach((name, value) -> parameters.put(prefix + name, value));
        }
    }

    private void ofIdentifier(@Nullable String identifier) {
        if (identifier != null) {
            text.append(
                    " and (n.normalizedIdentifier in :%1$sidentifierForms or upper(e.uniqueIdentifier) = :%1$sfolded)"
                            .formatted(prefix));
            parameters.put(prefix + "identifierForms", NormalForms.of(identifier));
            parameters.put(prefix + "folded", EnteredText.folded(identifier));
        }
    }

    /** The same condition as in {@code Device.status}. */
    private static String condition(@Nullable DeviceStatus status) {
        return switch (status) {
            case null -> "";
            case PROVISIONED -> IS_UNHEARD + IS_VALID;
            case ACTIVE -> " and coalesce(e.heardBeforeAt, e.firstUsedAt) is not null" + IS_VALID;
            case INVALIDATED -> IS_INVALID;
        };
    }

    /** The same condition as in {@code Device.credentialStatus}. */
    private static String condition(@Nullable CredentialStatus status) {
        return switch (status) {
            case null -> "";
            case INACTIVE -> " and e.suspendedAt is null and e.firstUsedAt is null" + IS_VALID;
            case ACTIVE -> " and e.suspendedAt is null and e.firstUsedAt is not null" + IS_VALID;
            case SUSPENDED -> " and e.suspendedAt is not null" + IS_VALID;
            case REVOKED -> IS_INVALID;
        };
    }

    private static String condition(@Nullable DeviceState state) {
        return switch (state) {
            case null -> "";
            case JOINED -> IS_VALID;
            case REPORTING -> " and e.lastUsedAt >= :silent" + IS_VALID;
            case SILENT -> " and e.seenOn <= :lastDay and " + LAST_SIGN + " < :silent" + IS_VALID;
            case UNHEARD -> IS_UNHEARD + IS_VALID;
            case EXPIRING -> IS_EXPIRING + IS_VALID;
            case SUSPENDED -> " and e.suspendedAt is not null" + IS_VALID;
            case INVALIDATED -> IS_INVALID;
        };
    }
}
