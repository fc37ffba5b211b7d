package dev.muster.ejb.shared.event;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.event.EventBudget;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.domain.shared.net.SourceName;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes security events to the logger {@code dev.muster.security}: the server's log has them, and security.log has only
 * them. To write one, call {@link #write}, or mark a method of a service with {@link Audited}.
 */
public final class SecurityLog {

    /** The logger's name, so that an operator can send its lines elsewhere. */
    public static final String NAME = "dev.muster.security";

    private static final Logger LOG = Logger.getLogger(NAME);

    private static final EventBudget BUDGET = new EventBudget(System::nanoTime);

    private static final Clock UTC = Clock.systemUTC();

    private SecurityLog() {}

    /**
     * Writes one event, with the place, the address and the attempt id of the present request. Of refusals, only the
     * first of a request is written, and not more than {@link EventBudget} allows.
     */
    public static void write(SecurityEvent event) {
        if (!event.kind().isLimited()) {
            line(event);
            return;
        }
        if (EventOrigin.isTold()) {
            return;
        }
        EventOrigin.told();
        Object from = event.fields().getOrDefault("from", EventOrigin.source());
        BUDGET.take(event.kind() + " " + SourceName.of(String.valueOf(from)))
                .ifPresent(leftOut -> line(leftOut == 0 ? event : event.with("left-out", leftOut)));
    }

    /**
     * A user has proved who it is.
     *
     * @param factor how, such as {@code password}, {@code totp}, {@code recovery-code}, {@code passkey} or {@code oidc}
     */
    public static void loggedIn(String factor, Optional<Caller> user, @Nullable String name) {
        SecurityEvent event = SecurityEvent.of(EventKind.LOGIN).with("factor", factor);
        write(user.map(event::by).orElseGet(() -> event.with("name", orNull(name))));
    }

    /**
     * Somebody has not proved who it is. The line does not tell whether there is a user with the name.
     *
     * @param name as typed; null if none was sent
     */
    public static void loginFailed(String factor, @Nullable String name) {
        write(SecurityEvent.of(EventKind.LOGIN_FAILED).with("factor", factor).with("name", orNull(name)));
    }

    /** Somebody has to wait before the next login, which was not checked. */
    public static void loginThrottled(String factor, @Nullable String name) {
        write(SecurityEvent.of(EventKind.LOGIN_THROTTLED).with("factor", factor).with("name", orNull(name)));
    }

    private static @Nullable String orNull(@Nullable String name) {
        return name == null || name.isEmpty() ? null : name;
    }

    private static void line(SecurityEvent event) {
        LOG.log(
                event.kind().isLimited() ? Level.WARNING : Level.INFO,
                () -> EventOrigin.complete(event).line(UTC.instant()));
    }
}
