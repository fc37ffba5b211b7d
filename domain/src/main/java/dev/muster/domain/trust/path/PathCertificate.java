package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.PathFault.require;

import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.StrictDer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;

/**
 * A certificate of a path. {@link #read} strictly checks what RFC 5280 section 4.1 demands of every certificate.
 * {@link PathProfile} checks the rest.
 */
final class PathCertificate {

    /** RFC 5280 section 4.1.2.2. */
    private static final int MAX_SERIAL_OCTETS = 20;

    private static final int VERSION_3 = 2;

    /** The issuer comes after version, serial number and signature algorithm. */
    private static final int ISSUER_FIELD = 3;

    private static final int VERSION_TAG = 0;
    private static final int ISSUER_UNIQUE_ID_TAG = 1;
    private static final int SUBJECT_UNIQUE_ID_TAG = 2;
    private static final int EXTENSIONS_TAG = 3;

    /** A UTCTime has seconds and is in Greenwich Mean Time (RFC 5280 section 4.1.2.5.1). */
    private static final Pattern UTC_TIME = Pattern.compile("\\d{12}Z");

    /**
     * A GeneralizedTime has the same parts. It is only for dates in 2050 or later (RFC 5280 sections 4.1.2.5 and
     * 4.1.2.5.2).
     */
    private static final Pattern GENERALIZED_TIME = Pattern.compile("(20[5-9]|2[1-9]\\d|[3-9]\\d\\d)\\d{11}Z");

    /**
     * The extensions that we or Bouncy Castle process. Other extensions must not be critical (RFC 5280 section 4.2).
     */
    private static final Set<ASN1ObjectIdentifier> PROCESSED = Set.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.nameConstraints,
            Extension.subjectAlternativeName,
            Extension.certificatePolicies,
            Extension.policyConstraints,
            Extension.policyMappings,
            Extension.inhibitAnyPolicy);

    /** The arcs id-ce and id-pe. Standards define their extensions, whose values are DER (RFC 5280 appendix A.2). */
    private static final ASN1ObjectIdentifier STANDARD = new ASN1ObjectIdentifier("2.5.29");

    private static final ASN1ObjectIdentifier STANDARD_INTERNET = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1");

    private final byte[] encoded;
    private final Certificate certificate;

    private PathCertificate(byte[] encoded, Certificate certificate) {
        this.encoded = encoded;
        this.certificate = certificate;
    }

    /**
     * Reads a certificate, and everything in it that is needed later, so that no getter throws.
     *
     * @param encoded DER, not changed afterwards
     * @throws PathFault.Thrown if it is not a certificate as RFC 5280 describes it
     */
    static PathCertificate read(byte[] encoded) throws PathFault.Thrown {
        try {
            ASN1Sequence whole = ASN1Sequence.getInstance(StrictDer.read(encoded));
            checkShape(ASN1Sequence.getInstance(whole.getObjectAt(0)));
            PathCertificate read = new PathCertificate(encoded, Certificate.getInstance(whole));
            read.checkFields();
            read.checkExtensions();
            return read;
        } catch (RuntimeException e) {
            // Bouncy Castle reports malformed ASN.1 with exceptions of many kinds
            throw new PathFault.Thrown(PathFault.MALFORMED);
        }
    }

    byte[] encoded() {
        return encoded;
    }

    X500Name subject() {
        return certificate.getSubject();
    }

    X500Name issuer() {
        return certificate.getIssuer();
    }

    BigInteger serialNumber() {
        return certificate.getSerialNumber().getValue();
    }

    /** DER SubjectPublicKeyInfo. */
    byte[] publicKey() {
        return der(certificate.getSubjectPublicKeyInfo());
    }

    /** The first instant of its validity. */
    Instant notBefore() {
        return certificate.getStartDate().getDate().toInstant();
    }

    /** The last instant of its validity. */
    Instant notAfter() {
        return certificate.getEndDate().getDate().toInstant();
    }

    /** Whether the certificate names itself as its issuer. Another key may have signed it. */
    boolean isSelfIssued() {
        return DistinguishedName.isSame(subject(), issuer());
    }

    CertificateSignature.Family signatureFamily() {
        return signature().family();
    }

    /** In octets. */
    int signatureLength() {
        return certificate.getSignature().getOctets().length;
    }

    /** Whether this key has signed the certificate. */
    boolean isSignedWith(byte[] subjectPublicKeyInfo) {
        return signature()
                .verify(
                        subjectPublicKeyInfo,
                        der(certificate.getTBSCertificate()),
                        certificate.getSignature().getOctets());
    }

    /** For one verification. The reading has checked that the algorithm is accepted. */
    private CertificateSignature signature() {
        return CertificateSignature.of(certificate.getSignatureAlgorithm()).orElseThrow();
    }

    boolean isCritical(ASN1ObjectIdentifier name) {
        return extension(name).filter(Extension::isCritical).isPresent();
    }

    boolean has(ASN1ObjectIdentifier name) {
        return extension(name).isPresent();
    }

    /**
     * The extension's value; empty if the certificate does not have the extension.
     *
     * @throws PathFault.Thrown EXTENSION, if the value is not of its type
     */
    <T> Optional<T> value(ASN1ObjectIdentifier name, Function<Object, T> type) throws PathFault.Thrown {
        try {
            return extension(name).map(Extension::getParsedValue).map(type);
        } catch (RuntimeException e) {
            // Bouncy Castle reports it with exceptions of many kinds
            throw new PathFault.Thrown(PathFault.EXTENSION);
        }
    }

    private Optional<Extension> extension(ASN1ObjectIdentifier name) {
        return Optional.ofNullable(certificate.getTBSCertificate().getExtensions())
                .map(extensions -> extensions.getExtension(name));
    }

    /** Checks rules that Bouncy Castle's reader also enforces, because the reader does not say which rule is broken. */
    private static void checkShape(ASN1Sequence toBeSigned) throws PathFault.Thrown {
        require(isVersion3(toBeSigned.getObjectAt(0)), PathFault.VERSION);
        require(ASN1Sequence.getInstance(toBeSigned.getObjectAt(ISSUER_FIELD)).size() > 0, PathFault.EMPTY_NAME);
        for (ASN1Encodable field : toBeSigned) {
            if (field instanceof ASN1TaggedObject tagged) {
                require(
                        tagged.getTagNo() != ISSUER_UNIQUE_ID_TAG && tagged.getTagNo() != SUBJECT_UNIQUE_ID_TAG,
                        PathFault.UNIQUE_ID);
                if (tagged.getTagNo() == EXTENSIONS_TAG) {
                    checkOnceEach(ASN1Sequence.getInstance(tagged, true));
                }
            }
        }
    }

    /** Only version 3 has extensions (RFC 5280 section 4.1.2.1). */
    private static boolean isVersion3(ASN1Encodable version) {
        return version instanceof ASN1TaggedObject tagged
                && tagged.getTagNo() == VERSION_TAG
                && ASN1Integer.getInstance(tagged, true).hasValue(VERSION_3);
    }

    private static void checkOnceEach(ASN1Sequence extensions) throws PathFault.Thrown {
        Set<ASN1Encodable> seen = new HashSet<>();
        for (ASN1Encodable extension : extensions) {
            ASN1Sequence fields = ASN1Sequence.getInstance(extension);
            require(seen.add(fields.getObjectAt(0)), PathFault.DUPLICATE_EXTENSION);
            // FALSE is the DEFAULT of critical, so DER leaves it out (X.690 section 11.5)
            require(fields.getObjectAt(1) != ASN1Boolean.FALSE, PathFault.MALFORMED);
        }
    }

    private void checkFields() throws PathFault.Thrown {
        TBSCertificate signed = certificate.getTBSCertificate();
        DistinguishedName.read(signed.getIssuer());
        DistinguishedName.read(signed.getSubject());
        // a signature has whole octets
        require(certificate.getSignature().getPadBits() == 0, PathFault.MALFORMED);
        require(
                serialNumber().signum() > 0 && serialNumber().toByteArray().length <= MAX_SERIAL_OCTETS,
                PathFault.SERIAL_NUMBER);
        require(isWellWritten(signed.getStartDate()) && isWellWritten(signed.getEndDate()), PathFault.TIME_FORMAT);
        checkDates();
        require(signed.getSignature().equals(certificate.getSignatureAlgorithm()), PathFault.ALGORITHM_MISMATCH);
        require(
                CertificateSignature.of(certificate.getSignatureAlgorithm()).isPresent(),
                PathFault.SIGNATURE_ALGORITHM);
        require(KeyAlgorithm.of(publicKey()).isPresent(), PathFault.KEY);
    }

    /** A time in the right form may still not be a date, for example in month 13. */
    private void checkDates() throws PathFault.Thrown {
        try {
            notBefore();
            notAfter();
        } catch (RuntimeException e) {
            throw new PathFault.Thrown(PathFault.TIME_FORMAT);
        }
    }

    private static boolean isWellWritten(Time time) {
        byte[] written = der(time);
        String text = new String(written, 2, written.length - 2, StandardCharsets.US_ASCII);
        boolean utc = time.toASN1Primitive() instanceof ASN1UTCTime;
        return (utc ? UTC_TIME : GENERALIZED_TIME).matcher(text).matches();
    }

    private void checkExtensions() throws PathFault.Thrown {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        if (extensions == null) {
            return;
        }
        for (ASN1ObjectIdentifier name : extensions.getExtensionOIDs()) {
            Extension extension = extensions.getExtension(name);
            require(!extension.isCritical() || PROCESSED.contains(name), PathFault.UNKNOWN_CRITICAL_EXTENSION);
            boolean standard = name.on(STANDARD) || name.on(STANDARD_INTERNET);
            require(!standard || isDer(name, extension.getExtnValue().getOctets()), PathFault.EXTENSION);
        }
    }

    private static boolean isDer(ASN1ObjectIdentifier name, byte[] value) {
        try {
            return StrictExtension.isRight(name, StrictDer.read(value));
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded();
        } catch (IOException e) {
            throw new IllegalArgumentException("what was read can be written", e);
        }
    }
}
