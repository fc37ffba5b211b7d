package dev.muster.launcher.server.tls;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds and checks the path from the certificate of a client to a trusted root (RFC 5280 section 6), from what the
 * client sent and what Muster knows. The device root allows one authority in between. No signature is verified with a
 * key that the root has not signed: a stranger could make a key with which each verification takes seconds.
 */
final class DevicePath {

    /** X.509 keyUsage, first bit. */
    private static final int DIGITAL_SIGNATURE = 0;

    /** RFC 8446 section 6.2. For all other reasons the certificate is bad. */
    private static final Map<Object, Alert> ALERTS = Map.of(
            BasicReason.EXPIRED, Alert.CERTIFICATE_EXPIRED,
            BasicReason.NOT_YET_VALID, Alert.CERTIFICATE_EXPIRED,
            BasicReason.ALGORITHM_CONSTRAINED, Alert.UNSUPPORTED_CERTIFICATE);

    private final Set<TrustAnchor> roots;
    private final Issuers issuers;

    DevicePath(Set<TrustAnchor> roots, Issuers issuers) {
        this.roots = roots;
        this.issuers = issuers;
    }

    /** @param shown the client's own certificate first, the others in any order (RFC 8446 section 4.4.2) */
    void check(X509Certificate[] shown) throws CertificateRefusal {
        requireDigitalSignature(shown[0]);
        validate(complete(shown));
    }

    /** RFC 8446 section 4.4.2.2: a certificate whose key may not sign cannot authenticate a client. */
    private static void requireDigitalSignature(X509Certificate own) throws CertificateRefusal {
        boolean[] usage = own.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            throw new CertificateRefusal(Alert.UNSUPPORTED_CERTIFICATE, "keyUsage without digitalSignature");
        }
    }

    private List<X509Certificate> complete(X509Certificate[] shown) throws CertificateRefusal {
        X509Certificate own = shown[0];
        if (isBelowRoot(own)) {
            return List.of(own);
        }
        List<X509Certificate> authorities = Arrays.stream(shown)
                .filter(other -> !other.equals(own) && isBelowRoot(other))
                .toList();
        Optional<X509Certificate> issuer = authorities.stream()
                .filter(authority -> isIssuer(authority, own))
                .findFirst();
        if (issuer.isEmpty()) {
            issuer = known(own);
        }
        if (issuer.isEmpty() || !isBelowRoot(issuer.get())) {
            throw noPath(authorities, own);
        }
        return List.of(own, issuer.get());
    }

    /** Distinguishes a signature that does not verify from an unknown issuer (RFC 8446 section 6.2). */
    private CertificateRefusal noPath(List<X509Certificate> authorities, X509Certificate own) {
        boolean named = Stream.concat(roots.stream().map(TrustAnchor::getTrustedCert), authorities.stream())
                .anyMatch(candidate -> isNamed(candidate, own));
        return named
                ? new CertificateRefusal(Alert.BAD_CERTIFICATE, "not signed by the issuer that it names")
                : new CertificateRefusal(Alert.UNKNOWN_CA, "no path to the device root");
    }

    private Optional<X509Certificate> known(X509Certificate device) throws CertificateRefusal {
        Optional<X509Certificate> known = issuers.of(device).filter(issuer -> isNamed(issuer, device));
        if (known.isPresent() && !isSigned(device, known.get().getPublicKey())) {
            throw new CertificateRefusal(Alert.BAD_CERTIFICATE, "not signed by the issuer that it names");
        }
        return known;
    }

    private boolean isBelowRoot(X509Certificate certificate) {
        return roots.stream().anyMatch(root -> isIssuer(root.getTrustedCert(), certificate));
    }

    private static boolean isIssuer(X509Certificate candidate, X509Certificate below) {
        return isNamed(candidate, below) && isSigned(below, candidate.getPublicKey());
    }

    /** The root of another platform has the same name, but another key. */
    private static boolean isNamed(X509Certificate candidate, X509Certificate below) {
        Optional<byte[]> key = KeyIdentifier.ofIssuer(below);
        Optional<byte[]> candidates = KeyIdentifier.of(candidate);
        return candidate.getSubjectX500Principal().equals(below.getIssuerX500Principal())
                && (key.isEmpty() || candidates.isEmpty() || Arrays.equals(key.get(), candidates.get()));
    }

    private static boolean isSigned(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private void validate(List<X509Certificate> below) throws CertificateRefusal {
        try {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(below);
            PKIXParameters parameters = new PKIXParameters(roots);
            parameters.setRevocationEnabled(false); // the application asks the database
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (CertPathValidatorException e) {
            throw new CertificateRefusal(ALERTS.getOrDefault(e.getReason(), Alert.BAD_CERTIFICATE), e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new CertificateRefusal(Alert.BAD_CERTIFICATE, e.getMessage(), e);
        }
    }
}
