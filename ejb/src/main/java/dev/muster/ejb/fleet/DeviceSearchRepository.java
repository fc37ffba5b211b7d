package dev.muster.ejb.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.manufacturer.NormalForms;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds devices by their own properties and those of their enrollment. */
@ApplicationScoped
class DeviceSearchRepository {

    private static final String COUNTS_NOW = " and (e.invalidatedAt is null or e.invalidatedAt > :now)";

    private static final String COUNTS_NO_MORE = " and e.invalidatedAt <= :now";

    /** Newest first. */
    private static final String ORDER = "e.createdAt desc, e.id";

    private static final String OF_TEXT =
            " and (n.normalizedIdentifier in :forms or " + SearchText.any("e.name", "e.uniqueIdentifier") + ")";

    @Inject
    private Store store;

    @Inject
    private DatabaseTime time;

    /** The devices that match, newest first. */
    Page<Device> find(UUID organizationId, DeviceFilter filter, PageRequest request) {
        Map<String, Object> parameters = new HashMap<>(Map.of("organization", organizationId));
        return store.page(Device.class, from(filter, parameters), ORDER, parameters, request);
    }

    /**
     * The next devices in the same order. Clears the persistence context, so that devices that were read do not use
     * memory.
     *
     * @param last the device before them; {@code null} for the first ones
     */
    List<Device> after(UUID organizationId, DeviceFilter filter, @Nullable Device last, int limit) {
        store.entityManager().clear();
        Map<String, Object> parameters = new HashMap<>(Map.of("organization", organizationId));
        String from = from(filter, parameters);
        if (last != null) {
            parameters.putAll(Map.of("lastAt", last.createdAt(), "lastId", last.id()));
            from += " and (e.createdAt < :lastAt or e.createdAt = :lastAt and e.id > :lastId)";
        }
        TypedQuery<Device> query =
                store.entityManager().createQuery("select e " + from + " order by " + ORDER, Device.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private String from(DeviceFilter filter, Map<String, Object> parameters) {
        return (isOfEnrollment(filter)
                        ? "from Device e, Enrollment n where n.id = e.enrollmentId and"
                        : "from Device e where")
                + " e.organization.id = :organization"
                + where(filter, parameters);
    }

    private static boolean isOfEnrollment(DeviceFilter filter) {
        return filter.identifier() != null
                || filter.text() != null
                || filter.manufacturerId() != null
                || filter.importId() != null;
    }

    private String where(DeviceFilter filter, Map<String, Object> parameters) {
        String conditions = equal("e.type", "type", filter.type(), parameters)
                + equal("n.manufacturer.id", "manufacturer", filter.manufacturerId(), parameters)
                + equal("n.batchId", "import", filter.importId(), parameters);
        if (filter.status() != null || filter.credentialStatus() != null) {
            parameters.put("now", time.now());
            conditions += condition(filter.status()) + condition(filter.credentialStatus());
        }
        return conditions + ofText(filter.text(), parameters) + ofIdentifier(filter.identifier(), parameters);
    }

    private static String ofText(@Nullable String text, Map<String, Object> parameters) {
        if (text == null) {
            return "";
        }
        parameters.put("forms", NormalForms.of(text));
        parameters.putAll(new SearchText(text).with(Map.of()));
        return OF_TEXT;
    }

    private static String ofIdentifier(@Nullable String identifier, Map<String, Object> parameters) {
        if (identifier == null) {
            return "";
        }
        parameters.put("identifierForms", NormalForms.of(identifier));
        parameters.put("folded", EnteredText.folded(identifier));
        return " and (n.normalizedIdentifier in :identifierForms or upper(e.uniqueIdentifier) = :folded)";
    }

    private static String equal(String path, String name, @Nullable Object value, Map<String, Object> parameters) {
        if (value == null) {
            return "";
        }
        parameters.put(name, value);
        return " and " + path + " = :" + name;
    }

    /** The same condition as in {@code Device.status}. */
    private static String condition(@Nullable DeviceStatus status) {
        return switch (status) {
            case null -> "";
            case PROVISIONED -> " and coalesce(e.heardBeforeAt, e.firstUsedAt) is null" + COUNTS_NOW;
            case ACTIVE -> " and coalesce(e.heardBeforeAt, e.firstUsedAt) is not null" + COUNTS_NOW;
            case INVALIDATED -> COUNTS_NO_MORE;
        };
    }

    /** The same condition as in {@code Device.credentialStatus}. */
    private static String condition(@Nullable CredentialStatus status) {
        return switch (status) {
            case null -> "";
            case INACTIVE -> " and e.suspendedAt is null and e.firstUsedAt is null" + COUNTS_NOW;
            case ACTIVE -> " and e.suspendedAt is null and e.firstUsedAt is not null" + COUNTS_NOW;
            case SUSPENDED -> " and e.suspendedAt is not null" + COUNTS_NOW;
            case REVOKED -> COUNTS_NO_MORE;
        };
    }
}
