package dev.muster.rest.security;

import dev.muster.domain.shared.Places;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RateLimit;
import dev.muster.rest.problem.OverloadException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the requests of devices to this server. The first limit is for all requests in the server, also those that
 * wait; one address gets three quarters of these places. The second limit is for the requests at work, and the third
 * for the requests of one address in a minute. The server refuses further requests at once or soon, and they consume
 * nothing. Each server counts for itself, in memory (docs/adr/006-overload.md).
 */
@ApplicationScoped
public class DeviceLimits {

    /**
     * Fewer than the threads of either listener (src/config/payara.asadmin), because people and refusals need threads,
     * too.
     */
    private static final int PLACES = 320;

    /** A fleet uses few addresses of its network, so this number is high; a quarter stays for other addresses. */
    private static final int PLACES_OF_SOURCE = 240;

    /** Each takes about 150 bytes. */
    private static final int REMEMBERED_SOURCES = 100_000;

    private static final int AT_ONCE_PER_PROCESSOR = 8;

    private static final int LEAST_AT_ONCE = 8;

    /** Each request holds a connection to the database. There are 32, and the portal needs some of them. */
    private static final int MOST_AT_ONCE = 24;

    private final Places<String> places = new Places<>(PLACES, PLACES_OF_SOURCE);

    @Inject
    @ConfigProperty(name = "muster.device-requests-at-once")
    private OptionalInt atOnce;

    @Inject
    @ConfigProperty(name = "muster.rate.source-per-minute", defaultValue = "120000")
    private int perMinute;

    @Inject
    private TrustedProxies proxies;

    private RateLimit<String> sources;

    private FairQueue line;

    @PostConstruct
    void begin() {
        sources = new RateLimit<>(perMinute, REMEMBERED_SOURCES);
        line = new FairQueue(atOnce.orElse(usual(Runtime.getRuntime().availableProcessors())), System::nanoTime);
    }

    /** How many requests are at work at a time if the configuration does not say. */
    static int usual(int processors) {
        return Math.clamp(AT_ONCE_PER_PROCESSOR * processors, LEAST_AT_ONCE, MOST_AT_ONCE);
    }

    /**
     * Takes a place for a request, until it {@link #leave leaves}.
     *
     * @return its source; give it to {@link #leave}
     * @throws OverloadException if all places, or all places of its source, are taken
     * @throws ProblemException {@code rate-limited} if its source has sent too many requests
     */
    String enter(HttpServletRequest request) {
        String source = proxies.sourceOf(request);
        if (!places.enter(source)) {
            throw new OverloadException();
        }
        if (!sources.admits(source, System.nanoTime())) {
            leave(source);
            throw new ProblemException(
                    ProblemCode.RATE_LIMITED, "Too many requests come from this address; send this one again later.");
        }
        return source;
    }

    void leave(String source) {
        places.leave(source);
    }

    /**
     * Runs the work that needs the database when it is this request's turn. Read the body before, so that a slow sender
     * does not keep others from working.
     *
     * @throws OverloadException if its turn does not come soon
     * @throws E as the work does
     */
    public <T, E extends Exception> T inTurn(FairQueue.Work<T, E> work) throws E {
        return line.inTurn(work);
    }
}
