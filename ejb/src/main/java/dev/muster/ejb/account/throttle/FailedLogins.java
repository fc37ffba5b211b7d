package dev.muster.ejb.account.throttle;

import dev.muster.domain.account.throttle.FailureAllowance;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.transparency.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records wrong logins, and those that had to wait, in the transparency log. A flood of them does not fill it: of a name
 * and its source, this server records the first {@value #OF_NAME} in an hour and then one a minute, with their number.
 * The same holds for a source with all names, from {@value #OF_SOURCE} on.
 */
@ApplicationScoped
public class FailedLogins {

    private static final int OF_NAME = 10;

    private static final int OF_SOURCE = 100;

    /** Each takes some 300 bytes. */
    private static final int REMEMBERED = 10_000;

    private final FailureAllowance names = new FailureAllowance(OF_NAME, REMEMBERED);

    private final FailureAllowance sources = new FailureAllowance(OF_SOURCE, REMEMBERED);

    @Inject
    private FailedLoginRecord records;

    @Inject
    private Clock clock;

    /**
     * Somebody who tries to log in.
     *
     * @param username as typed; empty if none is asked for
     * @param source the network address; empty if it is not known at this step
     * @param userId the user, if there is one
     */
    public record LoginTry(Optional<String> username, Optional<String> source, Optional<UUID> userId) {

        /** Somebody who types a name, or shows a passkey. */
        public static LoginTry from(String source, @Nullable String username, Optional<UUID> userId) {
            return new LoginTry(Optional.ofNullable(username), Optional.of(source), userId);
        }

        /** A user who has shown the first factor. */
        public static LoginTry halfWay(UUID userId) {
            return new LoginTry(Optional.empty(), Optional.empty(), Optional.of(userId));
        }

        private String place() {
            return source.or(() -> userId.map(UUID::toString)).orElse("");
        }

        private String name() {
            // Its hash has a length, and keeps no password that was typed here
            return username.map(text -> Secrets.sha256Utf8(text.strip().toUpperCase(Locale.ROOT)))
                    .orElse("");
        }
    }

    /**
     * Runs a login, and records if it was wrong or had to wait.
     *
     * @param login empty if it is wrong
     * @throws RetryLaterException as the login does
     */
    public <T> Optional<T> recording(LoginTry who, Supplier<Optional<T>> login) {
        Optional<T> found;
        try {
            found = login.get();
        } catch (RetryLaterException e) {
            record(Act.LOGIN_THROTTLED, who);
            throw e;
        }
        if (found.isEmpty()) {
            record(Act.LOGIN_FAILED, who);
        }
        return found;
    }

    private void record(Act act, LoginTry who) {
        Instant now = clock.instant();
        String key = act + " " + who.place();
        OptionalLong ofName = names.count(key + " " + who.name(), now);
        OptionalLong ofSource = ofName.isPresent() ? sources.count(key, now) : OptionalLong.empty();
        if (ofSource.isPresent()) {
            records.add(act, who, Math.max(ofName.getAsLong(), ofSource.getAsLong()));
        }
    }
}
