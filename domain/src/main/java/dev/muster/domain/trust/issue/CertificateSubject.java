package dev.muster.domain.trust.issue;

import dev.muster.domain.shared.Secrets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/**
 * The subject of a certificate: the party that it names.
 *
 * @param organization O: the platform's or the manufacturer's name, 1 to 64 characters (RFC 5280 appendix A.1,
 *     ub-organization-name)
 * @param commonName CN: the certificate's name, 1 to 64 characters (RFC 5280 appendix A.1, ub-common-name)
 * @param accessKey serialNumber (2.5.4.5): the access key of a PROOF certificate, 26 characters; null if the subject
 *     has none
 */
public record CertificateSubject(
        String organization, String commonName, @Nullable String accessKey) {

    /** RFC 5280 appendix A.1: ub-organization-name and ub-common-name, counted in characters. */
    public static final int MAX_NAME_LENGTH = 64;

    /**
     * @throws CertificateRefusedException NAME, if a name is not in its bounds
     * @throws CertificateRefusedException ACCESS_KEY, if the access key is neither null nor an access key
     */
    public CertificateSubject {
        checkName(organization);
        checkName(commonName);
        if (accessKey != null && !Secrets.isAccessKey(accessKey)) {
            throw new CertificateRefusedException(CertificateRefusedException.Reason.ACCESS_KEY, "not an access key");
        }
    }

    /** A subject without an access key, such as the platform's roots and its server. */
    public static CertificateSubject of(String organization, String commonName) {
        return new CertificateSubject(organization, commonName, null);
    }

    /**
     * The subject of an organization's authority, with only an O.
     *
     * @throws CertificateRefusedException NAME, if the name is not in its bounds
     */
    static X500Name organizationName(String organization) {
        checkName(organization);
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        add(name, BCStyle.O, organization);
        return name.build();
    }

    /**
     * O, CN, serialNumber in this order. The values are set as typed strings: in the text form of a name {@code #} and
     * {@code \} have a meaning, but in a name that a person chose they have none.
     */
    X500Name toName() {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        add(name, BCStyle.O, organization);
        add(name, BCStyle.CN, commonName);
        if (accessKey != null) {
            name.addRDN(BCStyle.SERIALNUMBER, new DERPrintableString(accessKey, true));
        }
        return name.build();
    }

    private static void add(X500NameBuilder name, ASN1ObjectIdentifier attribute, String value) {
        name.addRDN(attribute, new DERUTF8String(value));
    }

    private static void checkName(String name) {
        if (name == null
                || name.isBlank()
                || name.codePointCount(0, name.length()) > MAX_NAME_LENGTH
                || name.codePoints().anyMatch(CertificateSubject::isNoText)) {
            throw new CertificateRefusedException(
                    CertificateRefusedException.Reason.NAME, "a name is 1 to 64 printable characters");
        }
    }

    /** Whether it is a control character, or half a surrogate pair, which UTF-8 cannot express (RFC 3629 section 3). */
    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
