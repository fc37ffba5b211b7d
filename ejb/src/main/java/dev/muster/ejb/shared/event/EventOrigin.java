package dev.muster.ejb.shared.event;

import dev.muster.domain.shared.event.SecurityEvent;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request that a thread works on: where an event comes from. The outermost filter of each application begins and
 * ends it. What the server does by itself has none.
 */
public final class EventOrigin {

    private static final ThreadLocal<@Nullable EventOrigin> CURRENT = new ThreadLocal<>();

    private final String place;
    private final String source;
    private final String method;
    private final String path;
    private final UUID attempt = UUID.randomUUID();

    private boolean told;

    private EventOrigin(String place, String source, String method, String path) {
        this.place = place;
        this.source = source;
        this.method = method;
        this.path = path;
    }

    /**
     * A request.
     *
     * @param place {@code portal} or {@code api}
     * @param source the address that the request comes from
     * @param path without the query, which may have secrets
     */
    public static EventOrigin of(String place, String source, String method, String path) {
        return new EventOrigin(place, source, method, path);
    }

    /** Begins the request on this thread, or goes on with it. Call {@link #end} in any case. */
    public void begin() {
        CURRENT.set(this);
    }

    public static void end() {
        CURRENT.remove();
    }

    /** The request that this thread works on: another thread that goes on with it begins it again. */
    public static Optional<EventOrigin> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The id of the request, which is also the instance of its problem; another one if there is no request. */
    public static UUID attemptId() {
        return current().map(origin -> origin.attempt).orElseGet(UUID::randomUUID);
    }

    /** Whether the refusal of this request has a line already: the first place that refuses knows most. */
    public static boolean isTold() {
        return current().filter(origin -> origin.told).isPresent();
    }

    static void told() {
        current().ifPresent(origin -> origin.told = true);
    }

    static SecurityEvent complete(SecurityEvent event) {
        return current()
                .map(origin -> event.with("place", origin.place)
                        .with("from", origin.source)
                        .with("method", origin.method)
                        .with("path", origin.path)
                        .with("attempt", event.fields().getOrDefault("attempt", origin.attempt)))
                .orElseGet(() -> event.with("place", event.fields().getOrDefault("place", "server")));
    }

    static String source() {
        return current().map(origin -> origin.source).orElse("server");
    }
}
