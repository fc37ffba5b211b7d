package dev.muster.domain.quota;

import java.io.Serializable;

/**
 * How much of a quota a tenant uses.
 *
 * @param used now, or in the current period
 * @param limit {@link Quota#UNLIMITED} if there is none
 * @param own whether an administrator has set the limit for this tenant
 */
public record QuotaUse(Quota quota, long used, int limit, boolean own) implements Serializable {

    /** From this share of the limit on, in per cent, a quota is announced. */
    public static final int NEAR_PERCENT = 80;

    private static final int ALL = 100;

    /** Whether nothing limits it. */
    public boolean isUnlimited() {
        return limit == Quota.UNLIMITED;
    }

    /** The used share of the limit in per cent, from 0 to 100; 100 only if the limit is reached. */
    public int percent() {
        if (isUnlimited()) {
            return 0;
        }
        return isReached() ? ALL : (int) (used * ALL / limit);
    }

    /** Whether nothing more is allowed. */
    public boolean isReached() {
        return !isUnlimited() && used >= limit;
    }

    /** Whether it is announced, because at least {@value #NEAR_PERCENT} per cent are used. */
    public boolean isNear() {
        return !isUnlimited() && percent() >= NEAR_PERCENT;
    }
}
