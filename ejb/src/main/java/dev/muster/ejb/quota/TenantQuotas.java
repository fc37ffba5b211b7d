package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaDay;
import dev.muster.domain.quota.QuotaPeriod;
import dev.muster.domain.quota.QuotaUse;
import dev.muster.domain.quota.Tenant;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** The quotas of a tenant with what the tenant uses. The service that calls it has asked the caller. */
@ApplicationScoped
public class TenantQuotas {

    @Inject
    private QuotaRepository quotas;

    @Inject
    private QuotaSettings settings;

    @Inject
    private QuotaRates rates;

    @Inject
    @Any
    private Instance<QuotaMeter> meters;

    @Inject
    private Clock clock;

    /** All quotas of the tenant that the user may see: some are only for administrators. */
    public List<QuotaUse> uses(Tenant tenant, Caller seenBy) {
        Map<Quota, Integer> own = quotas.limits(tenant.id());
        return inSight(tenant, seenBy)
                .map(quota -> new QuotaUse(
                        quota,
                        used(tenant.id(), quota),
                        own.getOrDefault(quota, settings.of(quota)),
                        own.containsKey(quota)))
                .toList();
    }

    /**
     * The quotas that the tenant has nearly used up, for notices. An amount whose bound is far from the limit is not
     * counted.
     */
    public List<QuotaUse> near(Tenant tenant) {
        Map<Quota, Integer> own = quotas.limits(tenant.id());
        return Quota.of(tenant.kind()).stream()
                .filter(quota -> !quota.isForAdministrators())
                .flatMap(quota -> near(tenant.id(), quota, own).stream())
                .toList();
    }

    private Optional<QuotaUse> near(UUID tenant, Quota quota, Map<Quota, Integer> own) {
        int limit = own.getOrDefault(quota, settings.of(quota));
        long bound = quotas.amount(tenant, quota, quota.period().startOf(clock.instant()))
                .orElse(quota.period() == QuotaPeriod.STANDING ? QuotaAmounts.UNKNOWN : 0);
        QuotaUse most = new QuotaUse(quota, bound, limit, own.containsKey(quota));
        return most.isNear()
                ? Optional.of(new QuotaUse(quota, used(tenant, quota), limit, most.own()))
                        .filter(QuotaUse::isNear)
                : Optional.empty();
    }

    /** The limits of all quotas of the tenant that the user may see. */
    public Map<Quota, Integer> limits(Tenant tenant, Caller seenBy) {
        Map<Quota, Integer> own = quotas.limits(tenant.id());
        Map<Quota, Integer> limits = new EnumMap<>(Quota.class);
        inSight(tenant, seenBy).forEach(quota -> limits.put(quota, own.getOrDefault(quota, settings.of(quota))));
        return limits;
    }

    private static Stream<Quota> inSight(Tenant tenant, Caller seenBy) {
        boolean forAdministrator = seenBy.role() == Role.ADMINISTRATOR;
        return Quota.of(tenant.kind()).stream().filter(quota -> forAdministrator || !quota.isForAdministrators());
    }

    private long used(UUID tenant, Quota quota) {
        if (quota.period() != QuotaPeriod.STANDING) {
            Instant start = quota.period().startOf(clock.instant());
            return quotas.amount(tenant, quota, start).orElse(0) - rates.left(tenant, quota, start);
        }
        return meters.stream()
                .flatMap(meter -> meter.amounts().entrySet().stream())
                .filter(meter -> meter.getKey() == quota)
                .mapToLong(meter -> meter.getValue().applyAsLong(tenant))
                .sum();
    }

    /**
     * Sets limits of a tenant. Limits that the map does not name stay.
     *
     * @param limits by quota; empty for the platform's limit
     * @throws ProblemException {@code validation-failed} if the tenant has no such quota, or a limit is negative
     */
    public void change(Tenant tenant, Map<Quota, OptionalInt> limits) {
        Instant now = clock.instant();
        limits.forEach((quota, limit) -> {
            if (!Quota.of(tenant.kind()).contains(quota)) {
                throw ProblemException.invalid("The quota " + quota.code() + " is not one of a" + article(tenant)
                        + tenant.kind().word() + ".");
            }
            if (limit.isEmpty()) {
                quotas.reset(tenant.id(), quota);
            } else {
                set(tenant.id(), quota, limit.getAsInt(), now);
            }
        });
    }

    private static String article(Tenant tenant) {
        return tenant.kind().word().startsWith("o") ? "n " : " ";
    }

    private void set(UUID tenant, Quota quota, int limit, Instant now) {
        if (limit < 0) {
            throw ProblemException.invalid("The quota " + quota.code() + " must be 0 or more; 2147483647 is no limit.");
        }
        quotas.set(tenant, quota, limit, now);
    }

    /** Forgets the limits and the uses of a tenant that is deleted. */
    public void forget(Tenant tenant) {
        quotas.forget(tenant.id());
    }

    /** How much of a quota the tenant used on each day that is kept, the newest day first; without days of no use. */
    public List<QuotaDay> days(UUID tenant, Quota quota) {
        return quotas.periods(tenant, quota).stream()
                .map(row -> new QuotaDay(
                        instant(row[0]).atOffset(ZoneOffset.UTC).toLocalDate(), ((Number) row[1]).longValue()))
                .toList();
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant ? instant : ((OffsetDateTime) value).toInstant();
    }
}
