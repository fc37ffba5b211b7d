package dev.muster.launcher.certificate;

import dev.muster.launcher.settings.CertificateFiles;
import dev.muster.launcher.settings.LaunchFailure;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what clients have to trust for a server's certificate: the root that {@code muster.tls.root} names, the root at
 * the end of the chain, or the public root that the JDK knows. It checks the path as a client does (RFC 5280 section
 * 6).
 */
final class PathToRoot {

    private PathToRoot() {}

    /**
     * @param chain the server's own certificate first; without a self-signed root, unless that is the only certificate
     * @return the roots for clients
     */
    static List<X509Certificate> find(
            List<X509Certificate> chain,
            Optional<X509Certificate> last,
            Optional<List<X509Certificate>> given,
            Instant now) {
        if (chain.size() == 1 && isSelfSigned(chain.getFirst())) {
            return given.orElse(chain);
        }
        List<X509Certificate> candidates = given.or(() -> last.map(List::of)).orElseGet(PublicRoots::ofJava);
        X509Certificate root = validate(chain, candidates, now);
        return given.orElse(List.of(root));
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509Certificate validate(
            List<X509Certificate> chain, List<X509Certificate> candidates, Instant now) {
        try {
            PKIXParameters parameters = new PKIXParameters(
                    candidates.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            PKIXCertPathValidatorResult result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
            return result.getTrustAnchor().getTrustedCert();
        } catch (CertPathValidatorException e) {
            throw new LaunchFailure(
                    ("%s is no path to a root that clients trust (%s). The file has the server's certificate first, then"
                                    + " those of the authorities, each the issuer of the one before (a file named"
                                    + " fullchain.pem, often). If the root is not a public one, add it at the end, or set %s.")
                            .formatted(CertificateFiles.CERTIFICATE, e.getMessage(), CertificateFiles.ROOT),
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java validates paths", e);
        }
    }
}
