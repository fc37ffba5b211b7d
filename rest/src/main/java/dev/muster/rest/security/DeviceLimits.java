package dev.muster.rest.security;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RateLimit;
import dev.muster.rest.problem.OverloadException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much devices may ask of this server: so many requests in it, reading and waiting included; so many of these at work;
 * so many a minute from one address. What is too much is refused at once or soon, and consumes nothing. Each server counts
 * for itself, in memory (docs/adr/006-overload.md).
 */
@ApplicationScoped
public class DeviceLimits {

    /** Fewer than the threads of either listener (src/config/payara.asadmin), which people and refusals need, too. */
    private static final int PLACES = 320;

    /** At about 150 bytes. */
    private static final int REMEMBERED_SOURCES = 100_000;

    private static final int AT_ONCE_PER_PROCESSOR = 8;

    private static final int LEAST_AT_ONCE = 8;

    /** Each holds a connection to the database; of the 32 that there are the portal needs some. */
    private static final int MOST_AT_ONCE = 24;

    private final Semaphore places = new Semaphore(PLACES);

    @Inject
    @ConfigProperty(name = "muster.device-requests-at-once")
    private OptionalInt atOnce;

    @Inject
    @ConfigProperty(name = "muster.rate.source-per-minute", defaultValue = "120000")
    private int perMinute;

    @Inject
    private TrustedProxies proxies;

    private RateLimit<String> sources;

    private WorkLine line;

    @PostConstruct
    void begin() {
        sources = new RateLimit<>(perMinute, REMEMBERED_SOURCES);
        line = new WorkLine(atOnce.orElse(usual(Runtime.getRuntime().availableProcessors())), System::nanoTime);
    }

    /** How many requests are at work at a time where nothing is said. */
    static int usual(int processors) {
        return Math.max(LEAST_AT_ONCE, Math.min(MOST_AT_ONCE, AT_ONCE_PER_PROCESSOR * processors));
    }

    /**
     * Takes a place for a request, until it {@link #leave leaves}.
     *
     * @throws OverloadException where all places are taken
     * @throws ProblemException {@code rate-limited} where its source has sent too many
     */
    void enter(HttpServletRequest request) {
        if (!places.tryAcquire()) {
            throw new OverloadException();
        }
        if (!sources.admits(proxies.sourceOf(request), System.nanoTime())) {
            leave();
            throw new ProblemException(
                    ProblemCode.RATE_LIMITED, "Too many requests come from this address; send this one again later.");
        }
    }

    void leave() {
        places.release();
    }

    /**
     * Does what needs the database when it is this request's turn. Its body has to be read before: who sends slowly is to
     * keep nobody from working.
     *
     * @throws OverloadException where its turn does not come soon
     * @throws E as the work does
     */
    public <T, E extends Exception> T inTurn(WorkLine.Work<T, E> work) throws E {
        return line.inTurn(work);
    }
}
