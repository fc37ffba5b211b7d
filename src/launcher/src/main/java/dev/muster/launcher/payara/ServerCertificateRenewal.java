package dev.muster.launcher.payara;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Renews the certificate of the server while it runs, well before it expires, or when the operator has put another one in
 * its place. If that fails, it tries again, and tells the operator once a day. A month before the certificate expires, the server also reports it.
 */
final class ServerCertificateRenewal implements AutoCloseable {

    private static final Duration BETWEEN_COMPLAINTS = Duration.ofDays(1);

    private final ServerCertificates certificates;
    private final Consumer<String> operator;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificate-renewal").factory());
    private X509Certificate current;
    private Instant silentUntil = Instant.MIN;

    /** @param operator receives messages about failures */
    ServerCertificateRenewal(X509Certificate first, ServerCertificates certificates, Consumer<String> operator) {
        this.current = first;
        this.certificates = certificates;
        this.operator = operator;
    }

    void start() {
        long seconds = certificates.betweenLooks().toSeconds();
        timer.scheduleWithFixedDelay(() -> renewIfDue(Instant.now()), seconds, seconds, TimeUnit.SECONDS);
    }

    synchronized void renewIfDue(Instant now) {
        if (certificates.isDue(current, now)) {
            try {
                renew(now);
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                complain(e, now);
            }
        }
    }

    synchronized void renew(Instant now) throws IOException, GeneralSecurityException {
        current = certificates.renew(now);
    }

    private void complain(Exception e, Instant now) {
        if (!now.isBefore(silentUntil)) {
            silentUntil = now.plus(BETWEEN_COMPLAINTS);
            operator.accept("The server's certificate expires at "
                    + current.getNotAfter().toInstant() + " and cannot be renewed: "
                    + String.valueOf(e.getMessage()).replaceAll("\\.$", "") + ".");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
