package dev.muster.ejb.fleet;

import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceSort;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conditions and the order of a query for devices, with {@code e} as the device and {@code n} as its enrollment. */
final class DeviceConditions {

    private static final String ADDED =
            "e.id in (select m.deviceId from ApplicationDevice m where m.applicationId = :application)";

    private final Map<String, Object> parameters = new HashMap<>();

    private final StringBuilder query;

    /** @param group what the filter's application is; {@code null} if the filter asks for none */
    DeviceConditions(
            UUID organizationId, DeviceFilter filter, @Nullable DeviceGroup group, DeviceOrder order, SearchedAt at) {
        boolean ofEnrollment = order.by() == DeviceSort.NAME
                || FilterCondition.isOfEnrollment(filter)
                || group != null && group.rule() != null && FilterCondition.isOfEnrollment(group.rule());
        query = new StringBuilder("from Device e")
                .append(ofEnrollment ? ", Enrollment n where n.id = e.enrollmentId and" : " where")
                .append(" e.organization.id = :organization");
        parameters.put("organization", organizationId);
        // The index of names begins with the organization
        query.append(order.by() == DeviceSort.NAME ? " and n.organization.id = :organization" : "");
        query.append(with(new FilterCondition("", filter, at)));
        if (group != null) {
            query.append(" and (").append(of(group, filter, at)).append(')');
        }
    }

    private String of(DeviceGroup group, DeviceFilter filter, SearchedAt at) {
        String rule = group.rule() == null ? "1 = 0" : "1 = 1" + with(new FilterCondition("rule", group.rule(), at));
        if (!group.hasAdded()) {
            return rule;
        }
        parameters.put("application", filter.applicationId());
        return group.rule() == null ? ADDED : ADDED + " or " + rule;
    }

    private String with(FilterCondition condition) {
        parameters.putAll(condition.parameters());
        return condition.text();
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
                    case LAST_USED_AT -> "e.seenOn" + direction + ", " + FilterCondition.LAST_SIGN + direction;
                }
                + ", e.id";
    }
}
