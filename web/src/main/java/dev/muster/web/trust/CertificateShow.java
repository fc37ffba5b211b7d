package dev.muster.web.trust;

import dev.muster.domain.trust.CertificateStatus;
import java.util.Set;

/** Which certificates the list shows. */
public enum CertificateShow {
    /** Also shows expired certificates: their devices go on, and they need a successor. */
    CURRENT(Set.of(CertificateStatus.ACTIVE, CertificateStatus.EXPIRED)),
    /** Deleted certificates are kept, so that a later use can be explained. */
    REVOKED(Set.of(CertificateStatus.REVOKED)),
    ALL(Set.of());

    private final Set<CertificateStatus> statuses;

    CertificateShow(Set<CertificateStatus> statuses) {
        this.statuses = statuses;
    }

    Set<CertificateStatus> statuses() {
        return statuses;
    }
}
