package dev.muster.web.notice;

import dev.muster.domain.notice.Notice;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.notice.CurrentNotice;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.Texts;
import dev.muster.web.trust.CertificateSentences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/** A notice at this moment, in words. */
@Named
@ApplicationScoped
public class NoticeDisplay {

    @Inject
    private Clock clock;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    @Inject
    private CertificateSentences certificates;

    public String title(CurrentNotice current) {
        return of(current).title();
    }

    public String effect(CurrentNotice current) {
        return of(current).effect();
    }

    public String advice(CurrentNotice current) {
        return of(current).advice();
    }

    public Instant when(CurrentNotice current) {
        return of(current).when();
    }

    /** Why it was done; a dash if nobody has said it. */
    public String reason(Notice notice) {
        RevocationReason revoked = notice.revocationReason();
        return revoked == null ? display.orNothing(notice.reason()) : certificates.revocation(revoked);
    }

    /** The query of the list of the devices; null if there is nothing to look at. */
    public String devices(CurrentNotice current) {
        return of(current).devices();
    }

    private NoticeSentences of(CurrentNotice current) {
        return new NoticeSentences(current, clock.instant(), display, texts);
    }
}
