package dev.muster.web.trust;

import dev.muster.domain.trust.CertificateStatus;
import java.util.Set;

/** Which certificates the list shows. */
public enum CertificateShow {
    /** Also shows expired certificates: their devices go on, and they need a successor. */
    CURRENT("Active and expired", Set.of(CertificateStatus.ACTIVE, CertificateStatus.EXPIRED)),
    /** Deleted certificates are kept, so that a later use can be explained. */
    REVOKED("Revoked", Set.of(CertificateStatus.REVOKED)),
    ALL("All", Set.of());

    private final String label;
    private final Set<CertificateStatus> statuses;

    CertificateShow(String label, Set<CertificateStatus> statuses) {
        this.label = label;
        this.statuses = statuses;
    }

    public String getLabel() {
        return label;
    }

    Set<CertificateStatus> statuses() {
        return statuses;
    }
}
