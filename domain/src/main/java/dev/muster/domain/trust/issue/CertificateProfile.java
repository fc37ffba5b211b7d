package dev.muster.domain.trust.issue;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/**
 * The uses and the longest life of each kind of certificate: the table "Certificates (RFC 5280)" of protocol.md.
 */
public enum CertificateProfile {
    /**
     * The device root. pathLen 1: below it are issuing authorities, and below them devices (RFC 5280 section 4.2.1.9).
     */
    PLATFORM_ROOT(new BasicConstraints(1), KeyUsage.keyCertSign | KeyUsage.cRLSign, null, 7305),
    /** The server root. pathLen 0: below it are the server's own certificates and no authority. */
    SERVER_ROOT(new BasicConstraints(0), KeyUsage.keyCertSign | KeyUsage.cRLSign, null, 7305),
    /** The successor of a device root. For a time the root before is below it, cross-signed. */
    PLATFORM_ROOT_SUCCESSOR(new BasicConstraints(2), KeyUsage.keyCertSign | KeyUsage.cRLSign, null, 7305),
    /** The successor of a server root. For a time the root before is below it, cross-signed. */
    SERVER_ROOT_SUCCESSOR(new BasicConstraints(1), KeyUsage.keyCertSign | KeyUsage.cRLSign, null, 7305),
    /**
     * A manufacturer's leaf certificate, whose key only signs provision requests. Its purpose is the signing of
     * documents (RFC 9336), so that no TLS client mistakes it for a server, and no TLS server for a client.
     */
    PROOF(new BasicConstraints(false), KeyUsage.digitalSignature, DocumentSigning.PURPOSE, 1095),
    /**
     * A manufacturer's own authority. pathLen 0: it issues devices and no further authority. Ten years, as devices
     * live.
     */
    DEVICE_CA(new BasicConstraints(0), KeyUsage.keyCertSign | KeyUsage.cRLSign, null, 3650),
    /**
     * The platform's authority for one organization. It issues the certificates of the organization's devices. Ten
     * years, or less if the root expires earlier.
     */
    ORGANIZATION_CA(new BasicConstraints(0), KeyUsage.keyCertSign | KeyUsage.cRLSign, null, 3652),
    /** A device's own certificate, by its organization's authority. It expires no later than that authority. */
    DEVICE(new BasicConstraints(false), KeyUsage.digitalSignature, KeyPurposeId.id_kp_clientAuth, 3652),
    /**
     * The platform's own https certificate. 397 days are below the 398 that clients accept (CA/Browser Forum BR 6.3.2).
     */
    SERVER(new BasicConstraints(false), KeyUsage.digitalSignature, KeyPurposeId.id_kp_serverAuth, 397);

    private final BasicConstraints basicConstraints;
    private final KeyUsage keyUsage;
    private final @Nullable KeyPurposeId extendedKeyUsage;
    private final int maxDays;

    CertificateProfile(
            BasicConstraints basicConstraints, int keyUsage, @Nullable KeyPurposeId extendedKeyUsage, int maxDays) {
        this.basicConstraints = basicConstraints;
        this.keyUsage = new KeyUsage(keyUsage);
        this.extendedKeyUsage = extendedKeyUsage;
        this.maxDays = maxDays;
    }

    /** The longest validity in days of 86,400 seconds; the shortest is 1. */
    public int maxDays() {
        return maxDays;
    }

    /** Critical in the certificate (RFC 5280 section 4.2.1.9). */
    BasicConstraints basicConstraints() {
        return basicConstraints;
    }

    /** Critical in the certificate (RFC 5280 section 4.2.1.3). */
    KeyUsage keyUsage() {
        return keyUsage;
    }

    /** Null if the certificate has no extended key usage. */
    @Nullable
    KeyPurposeId extendedKeyUsage() {
        return extendedKeyUsage;
    }

    /** Whether the certificate has {@link NoServerNames}, critical (RFC 5280 section 4.2.1.10). */
    boolean hasNameConstraints() {
        return this == DEVICE_CA || this == ORGANIZATION_CA;
    }

    /** A class for the constant, because Java makes an enum's constants before its static fields. */
    private static final class DocumentSigning {

        /** id-kp-documentSigning (RFC 9336 section 4). */
        static final KeyPurposeId PURPOSE = KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));
    }
}
