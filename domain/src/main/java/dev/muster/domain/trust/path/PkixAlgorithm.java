package dev.muster.domain.trust.path;

import dev.muster.domain.trust.key.BouncyCastle;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.PKIXNameConstraintValidatorException;

/**
 * Bouncy Castle's algorithm of RFC 5280 section 6. It is the only part of the validation that checks name constraints
 * and policies; it repeats the other checks. It does not check revocation; for that the caller asks the database later.
 */
final class PkixAlgorithm {

    private PkixAlgorithm() {}

    /** The refusal; empty if it accepts the path. It accepts any policies, unless the path itself requires some. */
    static Optional<PathVerdict.Refused> check(List<PathCertificate> path, Instant now) {
        int root = path.size() - 1;
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
            List<X509Certificate> certificates = new ArrayList<>();
            for (PathCertificate certificate : path) {
                certificates.add(
                        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate.encoded())));
            }
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(certificates.get(root), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX", BouncyCastle.PROVIDER)
                    .validate(factory.generateCertPath(certificates.subList(0, root)), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(new PathVerdict.Refused(fault(e), Math.max(0, e.getIndex())));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.of(new PathVerdict.Refused(PathFault.PATH, 0));
        }
    }

    /** Bouncy Castle gives its reasons as sentences, except for names. */
    private static PathFault fault(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof PKIXNameConstraintValidatorException) {
                return PathFault.NAME_CONSTRAINTS;
            }
            if (cause.getMessage() != null && cause.getMessage().contains("olicy")) {
                return PathFault.POLICY;
            }
        }
        return PathFault.PATH;
    }
}
