package dev.muster.domain.account.throttle;

import java.time.Duration;

/**
 * How the delay after wrong logins grows, for each thing that wrong logins are counted for. The first few cost nothing,
 * because people mistype. Each further one doubles the delay, up to a limit. A count goes down by itself: one less after
 * each {@code fading}. The reasons for the numbers: docs/adr/020-login-delays.md.
 */
public enum DelayRule {
    /** One user name from one source. Only a sender at that source feels it. */
    NAME_AND_SOURCE(5, Duration.ofMinutes(5), Duration.ofMinutes(10), false),

    /** One user name in one browser that this user has logged in with before. Nobody else can cause it. */
    KNOWN_BROWSER(5, Duration.ofMinutes(5), Duration.ofMinutes(10), false),

    /** All user names from one source. */
    SOURCE(20, Duration.ofMinutes(1), Duration.ofMinutes(1), true),

    /**
     * One user name from all sources. The delay of {@link #NAME_AND_SOURCE} lets one source fail more seldom than this
     * count fades, so only many sources together reach it.
     */
    NAME(100, Duration.ofMinutes(1), Duration.ofMinutes(1), true),

    /** One user name of which somebody says to have forgotten the password: each of these sends a mail. */
    FORGOTTEN_NAME(3, Duration.ofMinutes(10), Duration.ofMinutes(20), false),

    /** All user names from one source of which somebody says so. */
    FORGOTTEN_SOURCE(20, Duration.ofMinutes(1), Duration.ofMinutes(1), true),

    /** One user who enters an e-mail address: each of these sends a mail, to an address that may be somebody else's. */
    NEW_ADDRESS(3, Duration.ofMinutes(10), Duration.ofMinutes(20), false),

    /** The current password, asked of a user who is logged in. */
    OWN_PASSWORD(5, Duration.ofMinutes(5), Duration.ofMinutes(10), false),

    /**
     * The second factor of one user, after a right password. A right password does not end it, so that nobody gets new
     * free tries by it. Only somebody who has the password can cause it.
     */
    SECOND_FACTOR(5, Duration.ofMinutes(5), Duration.ofMinutes(10), false);

    private static final Duration FIRST = Duration.ofSeconds(1);

    /** 2 to this power seconds are longer than any limit. */
    private static final int LARGEST_POWER = 16;

    private final int free;
    private final Duration longest;
    private final Duration fading;
    private final boolean shared;

    DelayRule(int free, Duration longest, Duration fading, boolean shared) {
        this.free = free;
        this.longest = longest;
        this.fading = fading;
        this.shared = shared;
    }

    /** How long the next login has to wait after so many wrong ones. */
    Duration after(int failures) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures - free - 1, LARGEST_POWER));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }

    /** A larger count changes nothing but the time that it takes to fade. */
    int largest() {
        return free + LARGEST_POWER;
    }

    Duration fading() {
        return fading;
    }

    /**
     * Whether different people's logins are counted together. A right password then takes back only its own login: an
     * attacker with an account must not be able to reset the count.
     */
    boolean isShared() {
        return shared;
    }
}
