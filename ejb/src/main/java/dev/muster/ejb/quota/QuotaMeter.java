package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** Counts what tenants have. Each feature counts what it owns. */
@FunctionalInterface
public interface QuotaMeter {

    /** For each quota of this feature, how to count the amount of a tenant. */
    Map<Quota, ToLongFunction<UUID>> amounts();
}
