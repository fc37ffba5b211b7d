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
 * How much devices may ask of this server: so many requests in it, waiting ones included, and of one address three quarters
 * of these; so many at work; so many a minute from one address. What is too much is refused at once or soon, and consumes
 * nothing. Each server counts for itself, in memory (docs/adr/006-overload.md).
 */
@ApplicationScoped
public class DeviceLimits {

    /** Fewer than the threads of either listener (src/config/payara.asadmin), which people and refusals need, too. */
    private static final int PLACES = 320;

    /** A fleet comes by few addresses of its network, so this is much; a quarter stays for the others all the same. */
    private static final int PLACES_OF_SOURCE = 240;

    /** At about 150 bytes. */
    private static final int REMEMBERED_SOURCES = 100_000;

    private static final int AT_ONCE_PER_PROCESSOR = 8;

    private static final int LEAST_AT_ONCE = 8;

    /** Each holds a connection to the database; of the 32 that there are the portal needs some. */
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

    /** How many requests are at work at a time where nothing is said. */
    static int usual(int processors) {
        return Math.clamp(AT_ONCE_PER_PROCESSOR * processors, LEAST_AT_ONCE, MOST_AT_ONCE);
    }

    /**
     * Takes a place for a request, until it {@link #leave leaves}.
     *
     * @return its source, which leaves
     * @throws OverloadException if all places are taken, or the share of its source is
     * @throws ProblemException {@code rate-limited} if its source has sent too many
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
     * Does what needs the database when it is this request's turn. Its body has to be read before: who sends slowly is to
     * keep nobody from working.
     *
     * @throws OverloadException where its turn does not come soon
     * @throws E as the work does
     */
    public <T, E extends Exception> T inTurn(FairQueue.Work<T, E> work) throws E {
        return line.inTurn(work);
    }
}
