package dev.muster.ejb.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceSort;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.manufacturer.NormalForms;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.trust.RemainingValidity;
import dev.muster.ejb.shared.SearchText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conditions and the order of a query for devices, with {@code e} as the device and {@code n} as its enrollment. */
final class DeviceConditions {

    private static final String IS_VALID = " and (e.invalidatedAt is null or e.invalidatedAt > :now)";

    private static final String IS_INVALID = " and e.invalidatedAt <= :now";

    private static final String IS_UNHEARD = " and e.heardBeforeAt is null and e.firstUsedAt is null";

    /** The newest of its own certificates expires soon. */
    private static final String IS_EXPIRING = """
            \sand exists (select c.id from CredentialCertificate c
               where c.deviceId = e.id and c.revokedAt is null and c.notAfter > :now and c.notAfter <= :soon)
              and not exists (select c.id from CredentialCertificate c
               where c.deviceId = e.id and c.revokedAt is null and c.notAfter > :soon)""";

    private static final String LAST_SIGN = "coalesce(e.lastUsedAt, e.createdAt)";

    private static final String OF_TEXT =
            " and (n.normalizedIdentifier in :forms or " + SearchText.any("e.name", "e.uniqueIdentifier") + ")";

    private final Map<String, Object> parameters = new HashMap<>();

    private final StringBuilder query;

    /**
     * @param now decides what is invalidated
     * @param silent a device whose last sign came before this instant is silent
     */
    DeviceConditions(UUID organizationId, DeviceFilter filter, DeviceOrder order, Instant now, Instant silent) {
        boolean ofEnrollment = order.by() == DeviceSort.NAME || isOfEnrollment(filter);
        query = new StringBuilder("from Device e")
                .append(ofEnrollment ? ", Enrollment n where n.id = e.enrollmentId and" : " where")
                .append(" e.organization.id = :organization");
        parameters.put("organization", organizationId);
        // The index of names begins with the organization
        query.append(order.by() == DeviceSort.NAME ? " and n.organization.id = :organization" : "");
        equal("e.type", "type", filter.type());
        equal("e.modelId", "model", filter.modelId());
        equal("e.certificateId", "certificate", filter.certificateId());
        equal("n.manufacturer.id", "manufacturer", filter.manufacturerId());
        equal("n.batchId", "import", filter.importId());
        add(condition(filter.status()) + condition(filter.credentialStatus()) + condition(filter.state()), now, silent);
        ofText(filter.text());
        ofIdentifier(filter.identifier());
    }

    /** Leaves out everything before the position in the order newest first. */
    DeviceConditions after(DevicePosition position) {
        parameters.put("lastAt", position.at());
        query.append(" and e.createdAt <= :lastAt");
        if (position.id() != null) {
            parameters.put("lastId", position.id());
            query.append(" and (e.createdAt < :lastAt or e.id > :lastId)");
        }
        return this;
    }

    /** The query's {@code from} and {@code where}. */
    String from() {
        return query.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The expressions after {@code order by}. No two devices are at the same place. */
    static String order(DeviceOrder order) {
        String direction = order.descending() ? " desc" : "";
        return switch (order.by()) {
                    case CREATED_AT -> "e.createdAt" + direction;
                    case NAME -> "n.normalizedName" + direction;
                    case UNIQUE_IDENTIFIER -> "e.uniqueIdentifier" + direction;
                    case LAST_USED_AT -> "e.seenOn" + direction + ", " + LAST_SIGN + direction;
                }
                + ", e.id";
    }

    private static boolean isOfEnrollment(DeviceFilter filter) {
        return filter.identifier() != null
                || filter.text() != null
                || filter.manufacturerId() != null
                || filter.importId() != null;
    }

    private void equal(String path, String name, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(path).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    private void add(String conditions, Instant now, Instant silent) {
        query.append(conditions);
        if (conditions.contains(":now")) {
            parameters.put("now", now);
        }
        if (conditions.contains(":soon")) {
            parameters.put("soon", now.plus(RemainingValidity.SHORT));
        }
        if (conditions.contains(":silent")) {
            parameters.put("silent", silent);
        }
        if (conditions.contains(":lastDay")) {
            // One day more, because the database may have noted a day by its own time zone
            parameters.put(
                    "lastDay", silent.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1));
        }
    }

    private void ofText(@Nullable String text) {
        if (text != null) {
            query.append(OF_TEXT);
            parameters.put("forms", NormalForms.of(text));
            parameters.putAll(new SearchText(text).with(Map.of()));
        }
    }

    private void ofIdentifier(@Nullable String identifier) {
        if (identifier != null) {
            query.append(" and (n.normalizedIdentifier in :identifierForms or upper(e.uniqueIdentifier) = :folded)");
            parameters.put("identifierForms", NormalForms.of(identifier));
            parameters.put("folded", EnteredText.folded(identifier));
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
