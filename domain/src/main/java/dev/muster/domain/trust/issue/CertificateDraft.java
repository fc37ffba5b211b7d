package dev.muster.domain.trust.issue;

import dev.muster.domain.trust.key.BouncyCastle;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that is being filled in. Once signed, it is an X.509 version 3 certificate. */
final class CertificateDraft {

    /**
     * With the bit above it set, a serial number is positive, never zero, 16 octets long (at most 20: RFC 5280 section
     * 4.1.2.2) and has 126 random bits (at least 64: CA/Browser Forum BR 7.1).
     */
    private static final int SERIAL_RANDOM_BITS = 126;

    private final CertificateProfile profile;
    private final X500Name issuer;
    private final X500Name subject;
    private final SubjectPublicKeyInfo key;
    private final CertificateValidity validity;
    private final SecureRandom random;
    private final ExtensionsGenerator extensions = new ExtensionsGenerator();

    CertificateDraft(
            CertificateProfile profile,
            X500Name issuer,
            X500Name subject,
            PublicKey key,
            CertificateValidity validity,
            SecureRandom random) {
        this.profile = profile;
        this.issuer = issuer;
        this.subject = subject;
        this.key = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        this.validity = validity;
        this.random = random;
        addProfile();
    }

    CertificateDraft authorityKey(AuthorityKeyIdentifier issuerKey) {
        add(Extension.authorityKeyIdentifier, false, issuerKey);
        return this;
    }

    CertificateDraft names(ServerNames names) {
        add(Extension.subjectAlternativeName, false, names.toGeneralNames());
        return this;
    }

    /**
     * Adds one distribution point whose full name is a URI at this platform (RFC 5280 section 4.2.1.13), and the name
     * constraints if the profile has them.
     */
    CertificateDraft crl(URI address) {
        GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, address.toASCIIString());
        DistributionPointName full = new DistributionPointName(new GeneralNames(name));
        DistributionPoint point = new DistributionPoint(full, null, null);
        add(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
        if (profile.hasNameConstraints()) {
            add(Extension.nameConstraints, true, NoServerNames.at(address));
        }
        return this;
    }

    /**
     * @param signingKey EC P-256, of the issuer
     * @param issuerKey the issuer's public key. It verifies the new signature, so that a wrong private key makes no
     *     certificate
     */
    X509Certificate sign(PrivateKey signingKey, PublicKey issuerKey) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer, serial(), validity.notBeforeDate(), validity.notAfterDate(), subject, key);
            for (ASN1ObjectIdentifier oid : extensions.generate().getExtensionOIDs()) {
                builder.addExtension(extensions.getExtension(oid));
            }
            X509Certificate signed = new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(signer(signingKey)));
            signed.verify(issuerKey, BouncyCastle.PROVIDER);
            return signed;
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("the issuer's key signs certificates", e);
        }
    }

    private ContentSigner signer(PrivateKey signingKey) throws OperatorCreationException {
        return new JcaContentSignerBuilder(CertificateIssuer.SIGNATURE)
                .setProvider(BouncyCastle.PROVIDER)
                .setSecureRandom(random)
                .build(signingKey);
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_RANDOM_BITS, random).setBit(SERIAL_RANDOM_BITS);
    }

    private void addProfile() {
        add(Extension.basicConstraints, true, profile.basicConstraints());
        add(Extension.keyUsage, true, profile.keyUsage());
        if (profile.extendedKeyUsage() != null) {
            add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(profile.extendedKeyUsage()));
        }
        // method 1: SHA-1 of the key, which identifies it and protects nothing (RFC 5280 section 4.2.1.2)
        add(Extension.subjectKeyIdentifier, false, new BcX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private void add(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            extensions.addExtension(oid, critical, value);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("extensions are encoded in memory", e);
        }
    }
}
