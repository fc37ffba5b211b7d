package dev.muster.web.health;

import dev.muster.domain.trust.ShownServerCertificate;
import dev.muster.ejb.overview.OverviewService;
import dev.muster.ejb.overview.WaitingWork;
import dev.muster.ejb.shared.DatabaseProbe;
import dev.muster.ejb.trust.ServerCertificateWatch;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/** What the health checks of this server say, on a page. It shows nothing of any tenant. */
@Named
@RequestScoped
public class HealthView {

    @Inject
    private DatabaseProbe database;

    @Inject
    private ServerCertificateWatch certificate;

    @Inject
    private OverviewService overviews;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    @Inject
    private Texts texts;

    @Inject
    private Display display;

    private Boolean answering;

    private WaitingWork work;

    /** Whether the database answers; asked once for each page. */
    public boolean isDatabaseAnswering() {
        if (answering == null) {
            answering = database.answers();
        }
        return answering;
    }

    /** What waits for the servers. Ask only if the database answers. */
    public WaitingWork getWork() {
        if (work == null) {
            work = overviews.waitingWork(caller.get());
        }
        return work;
    }

    /** When the certificate that this server shows expires; null if another program shows one for it. */
    public Instant getCertificateEnd() {
        return certificate.shown().map(ShownServerCertificate::notAfter).orElse(null);
    }

    /** A sentence if the certificate expires soon; otherwise null. */
    public String getCertificateWarning() {
        Instant now = clock.instant();
        return certificate
                .shown()
                .filter(shown -> shown.warning(now).isPresent())
                .map(shown -> warning(shown, now))
                .orElse(null);
    }

    private String warning(ShownServerCertificate shown, Instant now) {
        boolean isOver = shown.days(now) == 0;
        return texts.of(
                isOver ? "health.certificateExpired" : "health.certificateEnds", display.moment(shown.notAfter()));
    }
}
