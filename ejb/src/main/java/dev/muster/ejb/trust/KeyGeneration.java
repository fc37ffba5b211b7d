package dev.muster.ejb.trust;

import dev.muster.domain.shared.FairTurns;
import dev.muster.domain.shared.FairTurns.Bounds;
import dev.muster.domain.shared.FairTurns.Turn;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.key.KeyAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;

/**
 * Makes key pairs without stalling the server. The search for RSA's primes takes a core for seconds: it leaves one core to
 * everybody else, and few requests wait for their turn, because each of them holds a thread. One manufacturer has a share of
 * these places, and its turn comes after that of others who have had none. Called outside of any
 * transaction, so that no search holds a connection of the database.
 */
@ApplicationScoped
public class KeyGeneration {

    private static final int SEARCHES = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** Beside those at work. */
    private static final int WAITING = 4;

    private static final int PLACES = SEARCHES + WAITING;

    /** About as long as two RSA keys of 4,096 bits take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FairTurns<UUID> turns =
            new FairTurns<>(new Bounds(SEARCHES, Math.max(1, SEARCHES / 2), PLACES, Math.max(2, PLACES / 2), PATIENCE));

    @Inject
    private SecureRandom random;

    /**
     * A new key pair.
     *
     * @param manufacturerId whose key it is
     * @throws ProblemException {@code unavailable} if this server makes as many RSA keys as it can, or as many of this
     *     manufacturer
     */
    KeyPair make(UUID manufacturerId, KeyAlgorithm algorithm) {
        return algorithm.isRsa() ? inTurn(manufacturerId, algorithm) : algorithm.generate(random);
    }

    @SuppressWarnings("try") // the turn is held, not read
    private KeyPair inTurn(UUID manufacturerId, KeyAlgorithm algorithm) {
        try (Turn turn = turns.take(manufacturerId).orElseThrow(KeyGeneration::busy)) {
            return algorithm.generate(random);
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                ProblemCode.UNAVAILABLE,
                "The server is making as many RSA keys as it can; try again in a minute, or take an EC key.");
    }
}
