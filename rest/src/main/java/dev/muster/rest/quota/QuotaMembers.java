package dev.muster.rest.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.TenantKind;
import dev.muster.rest.shared.JsonBody;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The member {@code quotas} of a tenant: limits by the names of quotas. */
public final class QuotaMembers {

    public static final String NAME = "quotas";

    private QuotaMembers() {}

    /**
     * The limits to set; {@code null} as a limit is the platform's.
     *
     * @throws dev.muster.domain.shared.ProblemException {@code validation-failed} for an unknown name, or a value that
     *     is no whole number
     */
    public static Map<Quota, OptionalInt> read(JsonBody body, TenantKind kind) {
        Map<Quota, OptionalInt> limits = new EnumMap<>(Quota.class);
        String[] names = Quota.of(kind).stream().map(Quota::code).toArray(String[]::new);
        JsonBody members = body.object(NAME, names);
        if (members != null) {
            for (Quota quota : Quota.of(kind)) {
                if (members.has(quota.code())) {
                    Integer limit = members.integer(quota.code());
                    limits.put(quota, limit == null ? OptionalInt.empty() : OptionalInt.of(limit));
                }
            }
        }
        return limits;
    }

    /** The limits by the names of their quotas. */
    public static Map<String, Integer> of(Map<Quota, Integer> limits) {
        Map<String, Integer> members = new LinkedHashMap<>();
        limits.forEach((quota, limit) -> members.put(quota.code(), limit));
        return members;
    }
}
