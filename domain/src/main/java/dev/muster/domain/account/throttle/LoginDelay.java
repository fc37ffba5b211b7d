package dev.muster.domain.account.throttle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The wrong logins of one {@link DelayKey}, and from when the next login is accepted. A login is counted before its
 * password is checked, so that many logins at once cannot all pass; a right password takes its count back. The row
 * disappears when its count has faded.
 */
@Entity
@Table(name = "login_delay")
public class LoginDelay {

    @Id
    private String id;

    private int failures;

    /** The time that {@link #failures} belongs to. */
    @Column(name = "counted_at")
    private Instant countedAt;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "forget_at")
    private Instant forgetAt;

    @SuppressWarnings("NullAway.Init")
    protected LoginDelay() {}

    /** Nothing has been counted yet. */
    public LoginDelay(DelayKey key, Instant now) {
        this.id = key.id();
        this.countedAt = now;
        this.notBefore = now;
        this.forgetAt = now;
    }

    /** How long the next login has to wait; zero if it is accepted now. */
    public Duration remaining(Instant now) {
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    /** Counts a login whose password is about to be checked. */
    public void count(DelayRule rule, Instant now) {
        fade(rule, now);
        failures = Math.min(failures + 1, rule.largest());
        notBefore = now.plus(rule.after(failures));
        forgetAt = countedAt.plus(rule.fading().multipliedBy(failures));
    }

    /** Takes back a count: the password was right, or it was not checked. */
    public void takeBack(DelayRule rule, Instant now) {
        fade(rule, now);
        failures = Math.max(failures - 1, 0);
        notBefore = now;
        forgetAt = countedAt.plus(rule.fading().multipliedBy(failures));
    }

    /** Takes back all counts: the user has proved to know the password. */
    public void reset(DelayRule rule, Instant now) {
        if (rule.isShared()) {
            takeBack(rule, now);
        } else {
            failures = 0;
            notBefore = now;
            forgetAt = now;
        }
    }

    private void fade(DelayRule rule, Instant now) {
        long steps = Math.max(0, Duration.between(countedAt, now).dividedBy(rule.fading()));
        failures = (int) Math.max(0, failures - steps);
        countedAt = failures == 0 ? now : countedAt.plus(rule.fading().multipliedBy(steps));
    }

    /** Whether nothing is counted any more. */
    public boolean isEmpty() {
        return failures == 0;
    }

    public String id() {
        return id;
    }

    public int failures() {
        return failures;
    }

    /** When the count has faded and the row can be deleted. */
    public Instant forgetAt() {
        return forgetAt;
    }
}
