package dev.muster.ejb.trust;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.KeyAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes key pairs without stalling the server. The search for RSA's primes takes a core for seconds: it leaves one core to
 * everybody else, and few requests wait for their turn, because each of them holds a thread. Called outside of any
 * transaction, so that no search holds a connection of the database.
 */
@ApplicationScoped
public class KeyMaking {

    private static final int SEARCHES = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** Beside those at work. Each waits for its turn in the order of coming. */
    private static final int WAITING = 4;

    /** About as long as two RSA keys of 4,096 bits take. */
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore places = new Semaphore(SEARCHES + WAITING);

    private final Semaphore searches = new Semaphore(SEARCHES, true);

    @Inject
    private SecureRandom random;

    /**
     * A new key pair.
     *
     * @throws ProblemException {@code unavailable} where this server makes as many RSA keys as it can
     */
    KeyPair make(KeyAlgorithm algorithm) {
        return algorithm.isRsa() ? inTurn(algorithm) : algorithm.generate(random);
    }

    private KeyPair inTurn(KeyAlgorithm algorithm) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            return search(algorithm);
        } finally {
            places.release();
        }
    }

    private KeyPair search(KeyAlgorithm algorithm) {
        await();
        try {
            return algorithm.generate(random);
        } finally {
            searches.release();
        }
    }

    private void await() {
        try {
            if (!searches.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                ProblemCode.UNAVAILABLE,
                "The server is making as many RSA keys as it can; try again in a minute, or take an EC key.");
    }
}
