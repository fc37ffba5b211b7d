package dev.muster.ejb.account;

import dev.muster.domain.shared.FairTurns;
import dev.muster.domain.shared.FairTurns.Bounds;
import dev.muster.domain.shared.FairTurns.Turn;
import dev.muster.domain.shared.Places;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Limits how many passwords are hashed at once. Each hash takes 19 MiB of heap and a processor, and a client without an
 * account can cause one. So one processor is left for other work, and few requests may wait. One source gets about half
 * of the places, and one user name from that source gets half of those, so that a client that guesses passwords does
 * not stop other users from logging in (docs/adr/009-bounds-before-login.md).
 */
@ApplicationScoped
public class PasswordTurns {

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** A hash takes less than a tenth of a second, so the last in the queue waits less than a second. */
    private static final int WAITING_FOR_EACH = 8;

    private static final int PLACES = AT_ONCE * (1 + WAITING_FOR_EACH);

    private static final int OF_SOURCE = PLACES / 2 + 1;

    private static final int OF_ACCOUNT = OF_SOURCE / 2 + 1;

    /** Nobody waits so long unless the server is busy with other work. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FairTurns<String> sources =
            new FairTurns<>(new Bounds(AT_ONCE, AT_ONCE, PLACES, OF_SOURCE, PATIENCE));

    private final Places<HashRequester> accounts = new Places<>(PLACES, OF_ACCOUNT);

    /**
     * Does work that hashes one or two passwords. Call it outside of any transaction, so that no connection is held
     * while this waits.
     *
     * @throws ProblemException {@code rate-limited} if the queue is full, or the requester's share of it
     */
    <T> T inTurn(HashRequester who, Supplier<T> work) {
        if (!accounts.enter(who)) {
            throw busy();
        }
        try {
            return atWork(who.source(), work);
        } finally {
            accounts.leave(who);
        }
    }

    @SuppressWarnings("try") // the turn is held, not read
    private <T> T atWork(String source, Supplier<T> work) {
        try (Turn turn = sources.take(source).orElseThrow(PasswordTurns::busy)) {
            return work.get();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                ProblemCode.RATE_LIMITED,
                "The server is checking too many passwords at the moment; try again in a few seconds.");
    }
}
