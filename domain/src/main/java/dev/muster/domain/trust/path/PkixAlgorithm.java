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
 * The algorithm of RFC 5280 section 6 as Bouncy Castle runs it: of what is asked here it alone knows name constraints and
 * policies, and all else it asks once more. Revocation is asked of the database, afterwards.
 */
final class PkixAlgorithm {

    private PkixAlgorithm() {}

    /** What it refuses; empty where it accepts. Any policies are acceptable, unless the path itself requires some. */
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

    /** It tells its reasons by sentences, except for names. */
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
