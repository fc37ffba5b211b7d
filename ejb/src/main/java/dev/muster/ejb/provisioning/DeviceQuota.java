package dev.muster.ejb.provisioning;

import dev.muster.domain.quota.Quota;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.quota.QuotaAmounts;
import dev.muster.ejb.quota.QuotaLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps an organization from having more devices than it may. A commit enrolls no more devices than the quota allows,
 * so there is nothing to check while the quota is not less than what is enrolled: the server counts that once, and
 * again if the quota changes. Only if an administrator has set a quota below what is enrolled, the new devices of the
 * organization are counted, one after the other.
 */
@ApplicationScoped
public class DeviceQuota {

    /** Enrollments may be deleted, so what exceeds the quota now may be within it later. */
    private static final long KNOWN_TIGHT = Duration.ofSeconds(10).toNanos();

    /** A bound in case that the limit was another one for less than a second. */
    private static final long KNOWN_WIDE = Duration.ofMinutes(10).toNanos();

    private static final int REMEMBERED = 100_000;

    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    @Inject
    private QuotaLimits limits;

    @Inject
    private QuotaAmounts amounts;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ProvisioningRepository provisioning;

    /** Whether the organization may have one device more. The caller creates it in this transaction. */
    boolean admits(UUID organization) {
        int limit = limits.of(organization, Quota.DEVICES);
        if (limit == Quota.UNLIMITED || !isTight(organization, limit)) {
            return true;
        }
        amounts.lock(organization, Quota.DEVICES);
        return provisioning.devices(organization, limit) < limit;
    }

    /** Whether more devices are enrolled than the limit allows. */
    private boolean isTight(UUID organization, int limit) {
        long now = System.nanoTime();
        Known last = known.get(organization);
        if (last == null || last.limit != limit || now - last.until > 0) {
            boolean tight = enrollments.count(organization) > limit;
            last = new Known(limit, tight, now + (tight ? KNOWN_TIGHT : KNOWN_WIDE));
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            known.put(organization, last);
        }
        return last.tight;
    }

    /** @param until by the clock of {@link System#nanoTime} */
    private record Known(int limit, boolean tight, long until) {}
}
