package dev.muster.domain.trust.issue;

import dev.muster.domain.trust.key.KeyAlgorithm;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A certificate authority with its certificate and its private key, which are read from storage for one use and then
 * forgotten. It issues what {@link CertificateProfile} allows. It records nothing and does not decide on revocations.
 */
public final class CertificateIssuer {

    /** protocol.md, Certificates: validity of the platform root. */
    private static final int ROOT_YEARS = 20;

    /**
     * The JCA name of the algorithm that every authority here signs with. Its key is EC P-256, see
     * {@link #newRootKeys}.
     */
    static final String SIGNATURE = "SHA256withECDSA";

    private final X509Certificate certificate;
    private final PrivateKey privateKey;

    /**
     * @param certificate the authority's
     * @param privateKey of that certificate, EC P-256
     */
    public CertificateIssuer(X509Certificate certificate, PrivateKey privateKey) {
        this.certificate = certificate;
        this.privateKey = privateKey;
    }

    /**
     * Makes the key pair for a new platform root: EC P-256. Devices verify the server's certificate with it, and P-256
     * is the only curve that every TLS 1.3 stack must have (RFC 8446 section 9.1). Small stacks lack P-384.
     */
    public static KeyPair newRootKeys(SecureRandom random) {
        return KeyAlgorithm.EC_P256.generate(random);
    }

    /**
     * Issues the platform's device root, above manufacturers, organizations and devices: self-signed, for 20 years from
     * now.
     *
     * @param subject the platform's names; its access key is null
     * @param keys from {@link #newRootKeys}
     * @return version 3, DER by {@code getEncoded()}
     */
    public static X509Certificate platformRoot(
            CertificateSubject subject, KeyPair keys, Instant now, SecureRandom random) {
        return root(CertificateProfile.PLATFORM_ROOT, subject, keys, now, random);
    }

    /**
     * Issues the platform's server root, above only the server's own certificates: self-signed, for 20 years from now.
     *
     * @param subject the platform's names; its access key is null
     * @param keys from {@link #newRootKeys}
     * @return version 3, DER by {@code getEncoded()}
     */
    public static X509Certificate serverRoot(
            CertificateSubject subject, KeyPair keys, Instant now, SecureRandom random) {
        return root(CertificateProfile.SERVER_ROOT, subject, keys, now, random);
    }

    /** Like {@link #platformRoot}, for a device root that takes the place of another and has the same subject. */
    public static X509Certificate nextPlatformRoot(
            CertificateSubject subject, KeyPair keys, Instant now, SecureRandom random) {
        return root(CertificateProfile.PLATFORM_ROOT_SUCCESSOR, subject, keys, now, random);
    }

    /** Like {@link #serverRoot}, for a server root that takes the place of another and has the same subject. */
    public static X509Certificate nextServerRoot(
            CertificateSubject subject, KeyPair keys, Instant now, SecureRandom random) {
        return root(CertificateProfile.SERVER_ROOT_SUCCESSOR, subject, keys, now, random);
    }

    /**
     * Certifies another root for verifiers that trust only this one (RFC 4210 section 4.4): a certificate with the
     * other's subject, key and uses, as long as both are valid. As both have the same name, it is self-issued, so it
     * does not count for a path length (RFC 5280 section 4.2.1.9).
     *
     * @param profile of the other root, without a path length that only a successor needs
     */
    public X509Certificate crossCertificate(
            CertificateProfile profile, X509Certificate other, Instant now, SecureRandom random) {
        CertificateValidity validity = new CertificateValidity(
                        now.truncatedTo(ChronoUnit.SECONDS), other.getNotAfter().toInstant())
                .clampedTo(certificate);
        return draft(profile, IssuerFields.name(other), other.getPublicKey(), validity, random)
                .sign(privateKey, certificate.getPublicKey());
    }

    private static X509Certificate root(
            CertificateProfile profile, CertificateSubject subject, KeyPair keys, Instant now, SecureRandom random) {
        Instant notBefore = now.truncatedTo(ChronoUnit.SECONDS);
        Instant notAfter =
                notBefore.atZone(ZoneOffset.UTC).plusYears(ROOT_YEARS).toInstant();
        X500Name name = subject.toName();
        CertificateValidity validity = new CertificateValidity(notBefore, notAfter);
        return new CertificateDraft(profile, name, name, keys.getPublic(), validity, random)
                .sign(keys.getPrivate(), keys.getPublic());
    }

    /**
     * Issues a manufacturer's PROOF certificate. Its purpose makes it neither a TLS server's nor a TLS client's.
     *
     * @param subject O = manufacturer, CN = certificate name, with the access key
     * @param key of the kind that the manufacturer chose
     * @param days 1 to 1,095, from now
     * @param crl the address that publishes this authority's revocations: absolute, http or https
     * @throws CertificateRefusedException VALIDITY, if the days are out of bounds
     * @throws CertificateRefusedException BEYOND_ISSUER, if it would not lie within this authority's validity
     */
    public X509Certificate proof(
            CertificateSubject subject, PublicKey key, int days, URI crl, Instant now, SecureRandom random) {
        return draft(CertificateProfile.PROOF, subject, key, days, now, random)
                .crl(crl)
                .sign(privateKey, certificate.getPublicKey());
    }

    /**
     * Issues a manufacturer's DEVICE_CA certificate. Its key signs certificates of devices, but no certificate with a
     * host name or an IP address.
     *
     * @param subject O = manufacturer, CN = certificate name, with the access key
     * @param key EC or RSA
     * @param days 1 to 3,650, from now
     * @param crl the address that publishes this authority's revocations: absolute, http or https
     * @throws CertificateRefusedException VALIDITY, if the days are out of bounds
     * @throws CertificateRefusedException BEYOND_ISSUER, if it would not lie within this authority's validity
     */
    public X509Certificate deviceCa(
            CertificateSubject subject, PublicKey key, int days, URI crl, Instant now, SecureRandom random) {
        return draft(CertificateProfile.DEVICE_CA, subject, key, days, now, random)
                .crl(crl)
                .sign(privateKey, certificate.getPublicKey());
    }

    /**
     * Issues the platform's authority for an organization, valid for ten years or until this authority expires.
     *
     * @param organization its name, 1 to 64 characters
     * @param key EC P-256, for the same reason as the root's
     * @param crl the address that publishes this authority's revocations: absolute, http or https
     * @throws CertificateRefusedException NAME, if the name is not in its bounds
     * @throws CertificateRefusedException BEYOND_ISSUER, if this authority has expired
     */
    public X509Certificate organizationCa(
            String organization, PublicKey key, URI crl, Instant now, SecureRandom random) {
        CertificateProfile profile = CertificateProfile.ORGANIZATION_CA;
        CertificateValidity validity =
                CertificateValidity.from(now, profile.maxDays(), profile).clampedTo(certificate);
        return draft(profile, CertificateSubject.organizationName(organization), key, validity, random)
                .crl(crl)
                .sign(privateKey, certificate.getPublicKey());
    }

    /**
     * Issues a device's certificate, for the device's own key.
     *
     * @param days 1 to 3,652, from now; the certificate expires earlier if this authority does
     * @param crl the address that publishes this authority's revocations: absolute, http or https
     * @throws CertificateRefusedException VALIDITY, if the days are out of bounds
     * @throws CertificateRefusedException BEYOND_ISSUER, if this authority has expired
     */
    public X509Certificate device(
            DeviceSubject subject, PublicKey key, int days, URI crl, Instant now, SecureRandom random) {
        CertificateValidity validity =
                CertificateValidity.from(now, days, CertificateProfile.DEVICE).clampedTo(certificate);
        return draft(CertificateProfile.DEVICE, subject.toName(), key, validity, random)
                .crl(crl)
                .sign(privateKey, certificate.getPublicKey());
    }

    /**
     * Issues the platform's own https certificate. It has no CRL distribution point, because it is replaced instead of
     * revoked, and a client that insists on the list could only reach the list through this certificate.
     *
     * @param key EC P-256, for the same reason as the root's
     * @param days 1 to 397, from now
     * @throws CertificateRefusedException VALIDITY, if the days are out of bounds
     * @throws CertificateRefusedException BEYOND_ISSUER, if it would not lie within this authority's validity
     */
    public X509Certificate server(
            CertificateSubject subject, ServerNames names, PublicKey key, int days, Instant now, SecureRandom random) {
        return draft(CertificateProfile.SERVER, subject, key, days, now, random)
                .names(names)
                .sign(privateKey, certificate.getPublicKey());
    }

    /**
     * Signs the authority's revocation list as of now, valid for a day.
     *
     * @param revoked certificates of this authority
     * @param number greater than that of every earlier list of this authority
     * @return DER (RFC 5280 section 5)
     */
    public byte[] revocationList(
            List<RevokedCertificate> revoked, BigInteger number, Instant now, SecureRandom random) {
        return RevocationList.sign(certificate, privateKey, revoked, number, now, random);
    }

    private CertificateDraft draft(
            CertificateProfile profile,
            CertificateSubject subject,
            PublicKey key,
            int days,
            Instant now,
            SecureRandom random) {
        return draft(profile, subject.toName(), key, CertificateValidity.from(now, days, profile), random);
    }

    private CertificateDraft draft(
            CertificateProfile profile,
            X500Name subject,
            PublicKey key,
            CertificateValidity validity,
            SecureRandom random) {
        validity.checkWithin(certificate);
        return new CertificateDraft(profile, IssuerFields.name(certificate), subject, key, validity, random)
                .authorityKey(IssuerFields.keyIdentifier(certificate));
    }
}
