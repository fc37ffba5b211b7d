package dev.muster.ejb.trust;

import dev.muster.domain.trust.CertificateStatus;
import dev.muster.ejb.shared.SearchText;
import java.util.Objects;
import java.util.Set;

/**
 * Selects certificates of a manufacturer.
 *
 * @param statuses the statuses to show; empty for all
 * @param text a part of the name or of the access key, without regard to case; empty for all
 */
public record CertificateFilter(Set<CertificateStatus> statuses, String text) {

    public static final CertificateFilter ALL = new CertificateFilter(Set.of(), "");

    public CertificateFilter {
        statuses = Set.copyOf(statuses);
        Objects.requireNonNull(text);
    }

    SearchText search() {
        return new SearchText(text);
    }
}
