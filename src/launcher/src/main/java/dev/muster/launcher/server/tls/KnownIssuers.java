package dev.muster.launcher.server.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds issuers in the application's database, and remembers them, so that devices can connect while the database is
 * not available. A certificate says nothing about revocation; the application checks that on each request. The
 * certificate of a stranger costs one search in an index, and no further search for a second. A handshake waits for at
 * most two seconds.
 */
final class KnownIssuers implements Issuers {

    /** Of all listeners, so that one listener knows what the other has learned. */
    static final KnownIssuers OF_SERVER = new KnownIssuers(new IssuersOfApplication());

    private static final int FOUND = 1_000;
    private static final int NOT_FOUND = 10_000;
    private static final Duration NOT_FOUND_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How many look at the same time. */
    private static final int LOOKING = 4;

    /** More than both listeners have threads, so that a fleet that comes at once is not refused. */
    private static final int WAITING = 1_000;

    private final Recent<String, X509Certificate> found = new Recent<>(FOUND);
    private final Recent<String, Long> notFound = new Recent<>(NOT_FOUND);
    private final ExecutorService lookups;
    private final Issuers database;
    private volatile long awayUntil = System.nanoTime();

    /** @param database may be slow, and throw anything */
    KnownIssuers(Issuers database) {
        this.database = database;
        this.lookups = new ThreadPoolExecutor(
                LOOKING,
                LOOKING,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("muster-issuers").factory());
    }

    @Override
    public Optional<X509Certificate> of(X509Certificate device) throws CertificateRefusal {
        Optional<X509Certificate> remembered = found.get(issuerOf(device));
        if (remembered.isPresent()) {
            return remembered;
        }
        long now = System.nanoTime();
        if (notFound.get(fingerprint(device)).filter(until -> until - now > 0).isPresent()) {
            return Optional.empty();
        }
        if (awayUntil - now > 0) {
            throw away(null);
        }
        return await(device);
    }

    private Optional<X509Certificate> await(X509Certificate device) throws CertificateRefusal {
        Future<Optional<X509Certificate>> answer = null;
        try {
            answer = lookups.submit(() -> look(device));
            return answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw away(e); // possibly caused by this certificate only, so others are still looked up
        } catch (TimeoutException | RejectedExecutionException e) {
            awayUntil = System.nanoTime() + NOT_FOUND_FOR.toNanos();
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        } finally {
            if (answer != null) {
                answer.cancel(false);
            }
        }
    }

    private Optional<X509Certificate> look(X509Certificate device) throws CertificateRefusal {
        Optional<X509Certificate> remembered = found.get(issuerOf(device));
        if (remembered.isPresent()) {
            return remembered;
        }
        Optional<X509Certificate> answer = database.of(device);
        answer.ifPresentOrElse(
                issuer -> found.put(issuerOf(device), issuer),
                () -> notFound.put(fingerprint(device), System.nanoTime() + NOT_FOUND_FOR.toNanos()));
        return answer;
    }

    private static CertificateRefusal away(Exception cause) {
        return new CertificateRefusal(Alert.INTERNAL_ERROR, "the issuer cannot be looked up now", cause);
    }

    /**
     * The name and key of the issuer (RFC 5280 section 4.2.1.1): the issuing CA of an organization has the same name as
     * the previous one.
     */
    private static String issuerOf(X509Certificate device) {
        byte[] key = device.getExtensionValue("2.5.29.35");
        return text(device.getIssuerX500Principal().getEncoded()) + (key == null ? "" : " " + text(key));
    }

    private static String fingerprint(X509Certificate device) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(device.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that came in DER has a DER", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
