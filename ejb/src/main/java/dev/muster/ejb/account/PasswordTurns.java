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
 * The turns at hashing passwords. Each hash takes 19 MiB of heap and a processor, and anybody can ask for one without an
 * account: so one processor is left to everybody else, and few wait. Of the places one source gets about half, and one user
 * name from that source half of these, so that whoever tries passwords keeps nobody else from logging in
 * (docs/adr/009-bounds-before-login.md).
 */
@ApplicationScoped
public class PasswordTurns {

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** A hash takes less than a tenth of a second, so whoever is last in the line waits less than one. */
    private static final int WAITING_FOR_EACH = 8;

    private static final int PLACES = AT_ONCE * (1 + WAITING_FOR_EACH);

    private static final int OF_SOURCE = PLACES / 2 + 1;

    private static final int OF_ACCOUNT = OF_SOURCE / 2 + 1;

    /** Only a server that is busy with other things takes as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FairTurns<String> sources =
            new FairTurns<>(new Bounds(AT_ONCE, AT_ONCE, PLACES, OF_SOURCE, PATIENCE));

    private final Places<HashRequester> accounts = new Places<>(PLACES, OF_ACCOUNT);

    /**
     * Does work that hashes a password or two. Call it outside of any transaction: who waits holds no connection.
     *
     * @throws ProblemException {@code rate-limited} if the line or this one's share of it is full
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
