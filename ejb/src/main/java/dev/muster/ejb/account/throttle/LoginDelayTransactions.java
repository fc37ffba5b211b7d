package dev.muster.ejb.account.throttle;

import dev.muster.domain.account.throttle.DelayKey;
import dev.muster.domain.account.throttle.DelayRule;
import dev.muster.domain.account.throttle.LoginDelay;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Counts logins in the database. Each method is a transaction of its own, and short, so that a login holds no lock while
 * its password is checked. All lock in the order of the ids, so that no two logins wait for each other.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LoginDelayTransactions {

    private static final Comparator<DelayKey> ORDER = Comparator.comparing(DelayKey::id);

    @Inject
    private LoginDelayRepository delays;

    @Inject
    private DatabaseTime time;

    /**
     * Counts a login that is about to be checked. A login that has to wait is not counted, and writes nothing.
     *
     * @throws RetryLaterException if it has to wait
     */
    public void count(List<DelayKey> keys) {
        Instant now = time.now();
        requireNoDelay(delays.find(keys), now);
        List<DelayKey> ordered = keys.stream().sorted(ORDER).toList();
        List<LoginDelay> locked =
                ordered.stream().map(key -> delays.lock(key, now)).toList();
        requireNoDelay(locked, now);
        for (int i = 0; i < locked.size(); i++) {
            locked.get(i).count(ordered.get(i).rule(), now);
        }
    }

    /** The password was right. */
    public void reset(List<DelayKey> keys) {
        settle(keys, LoginDelay::reset);
    }

    /** The password was not checked. */
    public void takeBack(List<DelayKey> keys) {
        settle(keys, LoginDelay::takeBack);
    }

    private void settle(List<DelayKey> keys, Settlement settlement) {
        Instant now = time.now();
        for (DelayKey key : keys.stream().sorted(ORDER).toList()) {
            LoginDelay delay = delays.lock(key, now);
            settlement.apply(delay, key.rule(), now);
            if (delay.isEmpty()) {
                delays.remove(delay);
            }
        }
    }

    private static void requireNoDelay(List<LoginDelay> found, Instant now) {
        Duration wait = found.stream()
                .map(delay -> delay.remaining(now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (!wait.isZero()) {
            throw new RetryLaterException(wait, "There were too many wrong logins.");
        }
    }

    @FunctionalInterface
    private interface Settlement {
        void apply(LoginDelay delay, DelayRule rule, Instant now);
    }
}
