package dev.muster.ejb.trust;

import dev.muster.domain.trust.CertificateStatus;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which certificates of a manufacturer are wanted.
 *
 * @param statuses the statuses that are wanted, none for all
 * @param text a part of the name or of the access key, without regard to case; empty for all
 */
public record CertificateFilter(Set<CertificateStatus> statuses, String text) {

    private static final String NOT_REVOKED = "(e.revokedAt is null or e.revokedAt > :now)";

    public static final CertificateFilter ALL = new CertificateFilter(Set.of(), "");

    public CertificateFilter {
        statuses = Set.copyOf(statuses);
        Objects.requireNonNull(text);
    }

    /** Conditions on {@code e}, each with a leading "and"; they may use {@code :now} and {@code :text}. */
    String conditions() {
        String ofStatus = statuses.stream()
                .sorted()
                .map(status -> "(" + condition(status) + ")")
                .collect(Collectors.joining(" or "));
        String ofText = "(upper(e.name) like :text escape '!' or e.accessKey like :text escape '!')";
        return (ofStatus.isEmpty() ? "" : " and (" + ofStatus + ")") + (isWithText() ? " and " + ofText : "");
    }

    /** What {@link #conditions} use, beside {@code :now}. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (isWithText()) {
            parameters.put("text", "%" + escaped(text.strip().toUpperCase(Locale.ROOT)) + "%");
        }
        return parameters;
    }

    /** Whether {@link #conditions} use {@code :now}. */
    boolean isWithTime() {
        return !statuses.isEmpty();
    }

    private boolean isWithText() {
        return !text.isBlank();
    }

    /** As {@code ManufacturerCertificate.status} has it. */
    private static String condition(CertificateStatus status) {
        return switch (status) {
            case ACTIVE -> NOT_REVOKED + " and e.notAfter >= :now";
            case EXPIRED -> NOT_REVOKED + " and e.notAfter < :now";
            case REVOKED -> "e.revokedAt <= :now";
        };
    }

    /** A percent sign or an underscore that is searched for means itself. */
    private static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }
}
