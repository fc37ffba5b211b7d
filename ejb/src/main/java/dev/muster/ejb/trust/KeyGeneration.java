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
 * Makes key pairs without stalling the server. The search for RSA's primes takes a core for seconds. One core is left
 * for everything else, and only few requests wait for their turn, because each of them occupies a thread. A
 * manufacturer has only a share of these places, and others that have had no turn come first. Call it outside of any
 * transaction, so that no search occupies a database connection.
 */
@ApplicationScoped
public class KeyGeneration {

    private static final int SEARCHES = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** In addition to the running searches. */
    private static final int WAITING = 4;

    private static final int PLACES = SEARCHES + WAITING;

    /** About the time that two RSA keys of 4,096 bits take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FairTurns<UUID> turns =
            new FairTurns<>(new Bounds(SEARCHES, Math.max(1, SEARCHES / 2), PLACES, Math.max(2, PLACES / 2), PATIENCE));

    @Inject
    private SecureRandom random;

    /**
     * Makes a new key pair.
     *
     * @param manufacturerId the owner of the key
     * @throws ProblemException {@code unavailable} if this server cannot make more RSA keys at once, or not more for
     *     this manufacturer
     */
    KeyPair make(UUID manufacturerId, KeyAlgorithm algorithm) {
        return algorithm.isRsa() ? inTurn(manufacturerId, algorithm) : algorithm.generate(random);
    }

    @SuppressWarnings("try") // the turn is only closed, never read
    private KeyPair inTurn(UUID manufacturerId, KeyAlgorithm algorithm) {
        try (Turn turn = turns.take(manufacturerId).orElseThrow(KeyGeneration::busy)) {
            return algorithm.generate(random);
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                ProblemCode.UNAVAILABLE,
                "The server cannot make more RSA keys at the moment; try again in a minute, or choose an EC key.");
    }
}
