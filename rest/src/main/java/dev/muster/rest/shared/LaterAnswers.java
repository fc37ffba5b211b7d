package dev.muster.rest.shared;

import dev.muster.ejb.shared.ServerThreads;
import dev.muster.ejb.shared.event.EventOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Answers that another thread gives when the work is done. No thread of the server waits meanwhile.
 *
 * <p>If the client has sent its next request already, the server begins with it on the thread that answers. So each
 * answer has a thread of its own: a slow request must not delay the answers of others. For the same reason no context of
 * CDI is active on that thread: the next request brings its own.
 */
@ApplicationScoped
public class LaterAnswers {

    /** Longer than any work takes that is not lost. */
    private static final int PATIENCE_SECONDS = 30;

    @Inject
    private ServerThreads threads;

    /** Gives the result, or the problem of what was thrown. Call it on the thread of the request. */
    public void give(AsyncResponse answer, CompletionStage<Response> result) {
        Optional<EventOrigin> origin = EventOrigin.current();
        answer.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        result.whenCompleteAsync(
                (response, thrown) -> resume(answer, origin, thrown == null ? response : cause(thrown)), threads);
    }

    private static void resume(AsyncResponse answer, Optional<EventOrigin> origin, Object given) {
        origin.ifPresent(EventOrigin::begin);
        try {
            if (given instanceof Throwable thrown) {
                answer.resume(thrown);
            } else {
                answer.resume(given);
            }
        } finally {
            EventOrigin.end();
        }
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
