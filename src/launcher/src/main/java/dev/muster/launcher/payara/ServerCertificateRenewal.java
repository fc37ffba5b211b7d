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
 * Renews the server's certificate while the server runs, in good time before its end. If that fails, it is tried again each
 * hour, and the operator is told once a day; a month before the end the server tells, too.
 */
final class ServerCertificateRenewal implements AutoCloseable {

    /** So long before its end, a certificate is renewed; one of a short life when a third of it is left. */
    private static final Duration LEAD = Duration.ofDays(60);

    private static final int PARTS = 3;

    private static final Duration BETWEEN_COMPLAINTS = Duration.ofDays(1);

    private final ServerCertificates certificates;
    private final Consumer<String> operator;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificate-renewal").factory());
    private X509Certificate current;
    private Instant silentUntil = Instant.MIN;

    /** @param operator is told what goes wrong */
    ServerCertificateRenewal(X509Certificate first, ServerCertificates certificates, Consumer<String> operator) {
        this.current = first;
        this.certificates = certificates;
        this.operator = operator;
    }

    void start() {
        timer.scheduleWithFixedDelay(() -> renewIfDue(Instant.now()), 1, 1, TimeUnit.HOURS);
    }

    synchronized void renewIfDue(Instant now) {
        if (isDue(now)) {
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

    private boolean isDue(Instant now) {
        Instant end = current.getNotAfter().toInstant();
        Duration life = Duration.between(current.getNotBefore().toInstant(), end);
        Duration part = life.dividedBy(PARTS);
        return !now.isBefore(end.minus(part.compareTo(LEAD) < 0 ? part : LEAD));
    }

    private void complain(Exception e, Instant now) {
        if (!now.isBefore(silentUntil)) {
            silentUntil = now.plus(BETWEEN_COMPLAINTS);
            operator.accept("The server's certificate ends at "
                    + current.getNotAfter().toInstant() + " and cannot be renewed: " + e.getMessage() + ".");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
