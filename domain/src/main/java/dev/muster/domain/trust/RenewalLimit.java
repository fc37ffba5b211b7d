package dev.muster.domain.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often a device may renew its certificate: ten times within 24 hours. A device that loses answers renews again and
 * again; one with a fault would otherwise fill the database and the revocation list.
 */
public final class RenewalLimit {

    public static final int RENEWALS = 10;

    public static final Duration PERIOD = Duration.ofDays(1);

    private RenewalLimit() {}

    /**
     * How long the device has to wait until it may renew, at most {@link #PERIOD}; empty if it may renew now.
     *
     * @param newest the times of its last renewals, the newest first; {@value #RENEWALS} are enough
     * @param now when the request came; renewals that it had to wait for may be later
     */
    public static Optional<Duration> wait(List<Instant> newest, Instant now) {
        if (newest.size() < RENEWALS) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, newest.get(RENEWALS - 1).plus(PERIOD)))
                .filter(Duration::isPositive)
                .map(wait -> wait.compareTo(PERIOD) > 0 ? PERIOD : wait);
    }
}
