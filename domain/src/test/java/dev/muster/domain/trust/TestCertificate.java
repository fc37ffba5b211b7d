package dev.muster.domain.trust;

import dev.muster.domain.trust.key.BouncyCastle;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.spec.AlgorithmParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that a test fills in field by field. It is good at first, and becomes as bad as the test makes it. This
 * class builds it from ASN.1, because a builder of certificates would refuse half of what the tests need.
 */
public final class TestCertificate {

    public static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static int lastSerial = 1000;

    private final KeyPair keys;
    private final List<Extension> extensions = new ArrayList<>();
    private Integer version = 2;
    private BigInteger serial = BigInteger.valueOf(++lastSerial);
    private X500Name issuer;
    private X500Name subject;
    private ASN1Encodable notBefore = time(NOW.minusSeconds(86400));
    private ASN1Encodable notAfter = time(NOW.plusSeconds(86400));
    private SubjectPublicKeyInfo key;
    private ASN1Encodable uniqueId;
    private KeyPair signingKeys;
    private String signature;
    private AlgorithmParameterSpec signatureParameters;
    private UnaryOperator<AlgorithmIdentifier> inner = UnaryOperator.identity();
    private UnaryOperator<AlgorithmIdentifier> outer = UnaryOperator.identity();
    private boolean keyIdentifiers = true;

    private TestCertificate(KeyPair keys, String subject) {
        this.keys = keys;
        this.subject = new X500Name(subject);
        this.key = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    }

    /** A finished certificate, and what is needed to issue with it. */
    public record Issued(
            byte[] der, KeyPair keys, X500Name name, SubjectPublicKeyInfo key, BigInteger serial, X500Name issuer) {}

    /** A device's certificate, EC P-256. */
    public static TestCertificate leaf() {
        return leaf("P-256");
    }

    public static TestCertificate leaf(String kind) {
        return new TestCertificate(TestKeys.of(kind, "leaf"), "CN=Tracker,SERIALNUMBER=356938035643809")
                .with(Extension.basicConstraints, true, new BasicConstraints(false))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    }

    /** An authority's certificate. */
    public static TestCertificate authority(String kind, String name, int pathLength) {
        return new TestCertificate(TestKeys.of(kind, name), "O=Acme,CN=" + name)
                .with(Extension.basicConstraints, true, new BasicConstraints(pathLength))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    public TestCertificate version(Integer number) {
        version = number;
        return this;
    }

    public TestCertificate serial(BigInteger number) {
        serial = number;
        return this;
    }

    public TestCertificate issuer(X500Name name) {
        issuer = name;
        return this;
    }

    public TestCertificate subject(String name) {
        return subject(new X500Name(name));
    }

    public TestCertificate subject(X500Name name) {
        subject = name;
        return this;
    }

    public TestCertificate from(Instant first) {
        return from(time(first));
    }

    public TestCertificate from(ASN1Encodable first) {
        notBefore = first;
        return this;
    }

    public TestCertificate until(Instant last) {
        return until(time(last));
    }

    public TestCertificate until(ASN1Encodable last) {
        notAfter = last;
        return this;
    }

    public TestCertificate key(SubjectPublicKeyInfo other) {
        key = other;
        return this;
    }

    /** @param tag 1 for the issuer's identifier, 2 for the subject's */
    public TestCertificate uniqueId(int tag) {
        uniqueId = new DERTaggedObject(false, tag, new DERBitString(new byte[] {1}));
        return this;
    }

    /** Replaces the extension of this name, if there is one. */
    public TestCertificate with(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
        try {
            return with(name, critical, value.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public TestCertificate with(ASN1ObjectIdentifier name, boolean critical, byte[] value) {
        return without(name).twice(name, critical, value);
    }

    /** Adds an extension, also if there is one of this name. */
    public TestCertificate twice(ASN1ObjectIdentifier name, boolean critical, byte[] value) {
        extensions.add(new Extension(name, critical, value));
        return this;
    }

    public TestCertificate without(ASN1ObjectIdentifier name) {
        extensions.removeIf(extension -> extension.getExtnId().equals(name));
        return this;
    }

    public TestCertificate withoutExtensions() {
        extensions.clear();
        return withoutKeyIdentifiers();
    }

    /** Without the key identifiers of subject and authority, which are added at the end otherwise. */
    public TestCertificate withoutKeyIdentifiers() {
        keyIdentifiers = false;
        return this;
    }

    /** Signed with another key than the issuer's. */
    public TestCertificate signedWith(KeyPair other) {
        signingKeys = other;
        return this;
    }

    /** Signed by this algorithm of the JCA instead of the key's own. */
    public TestCertificate signed(String algorithm) {
        signature = algorithm;
        return this;
    }

    public TestCertificate signed(String algorithm, AlgorithmParameterSpec parameters) {
        signatureParameters = parameters;
        return signed(algorithm);
    }

    /** The algorithm of the signature, as the signed part names it. */
    public TestCertificate inner(UnaryOperator<AlgorithmIdentifier> change) {
        inner = change;
        return this;
    }

    /** The algorithm of the signature in both places, inside and outside the signed part. */
    public TestCertificate algorithm(UnaryOperator<AlgorithmIdentifier> change) {
        inner = change;
        outer = change;
        return this;
    }

    /** A certificate that is its own issuer. */
    public Issued selfSigned() {
        return by(new Issued(null, keys, subject, key, serial, subject));
    }

    public Issued by(Issued authority) {
        try {
            KeyPair signing = signingKeys == null ? authority.keys() : signingKeys;
            ContentSigner signer = signer(signing);
            addKeyIdentifiers(authority);
            X500Name named = issuer == null ? authority.name() : issuer;
            DERSequence signed = toBeSigned(named, inner.apply(signer.getAlgorithmIdentifier()));
            try (OutputStream input = signer.getOutputStream()) {
                input.write(signed.getEncoded());
            }
            byte[] der = sequence(
                            signed,
                            outer.apply(signer.getAlgorithmIdentifier()),
                            new DERBitString(signer.getSignature()))
                    .getEncoded();
            return new Issued(der, keys, subject, key, serial, named);
        } catch (IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    static ASN1Encodable time(Instant instant) {
        return instant.isBefore(Instant.parse("2050-01-01T00:00:00Z"))
                ? new ASN1UTCTime(UTC.format(instant))
                : new ASN1GeneralizedTime(GENERALIZED.format(instant));
    }

    static DERSequence sequence(ASN1Encodable... members) {
        return new DERSequence(members);
    }

    private ContentSigner signer(KeyPair signing) throws OperatorCreationException {
        String name = signature == null ? usual(signing) : signature;
        JcaContentSignerBuilder builder = signatureParameters == null
                ? new JcaContentSignerBuilder(name)
                : new JcaContentSignerBuilder(name, signatureParameters);
        // the JDK signs, so that two implementations must agree; it has no PSS of this name
        return name.contains("MGF1")
                ? builder.setProvider(BouncyCastle.PROVIDER).build(signing.getPrivate())
                : builder.build(signing.getPrivate());
    }

    private static String usual(KeyPair keys) {
        return switch (keys.getPublic().getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
    }

    private void addKeyIdentifiers(Issued authority) {
        if (!keyIdentifiers) {
            return;
        }
        BcX509ExtensionUtils identifiers = new BcX509ExtensionUtils();
        boolean hasSubjects = extensions.stream().anyMatch(e -> e.getExtnId().equals(Extension.subjectKeyIdentifier));
        boolean hasAuthoritys =
                extensions.stream().anyMatch(e -> e.getExtnId().equals(Extension.authorityKeyIdentifier));
        if (!hasSubjects) {
            with(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
        }
        if (!hasAuthoritys && authority.der() != null) {
            AuthorityKeyIdentifier identifier = new AuthorityKeyIdentifier(
                    identifiers.createSubjectKeyIdentifier(authority.key()).getKeyIdentifier());
            with(Extension.authorityKeyIdentifier, false, identifier);
        }
    }

    /** RFC 5280 section 4.1. */
    private DERSequence toBeSigned(X500Name named, AlgorithmIdentifier algorithm) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        if (version != null) {
            fields.add(new DERTaggedObject(true, 0, new ASN1Integer(version)));
        }
        fields.add(new ASN1Integer(serial));
        fields.add(algorithm);
        fields.add(named);
        fields.add(sequence(notBefore, notAfter));
        fields.add(subject);
        fields.add(key);
        if (uniqueId != null) {
            fields.add(uniqueId);
        }
        if (!extensions.isEmpty()) {
            ASN1Encodable all = new DERSequence(extensions.toArray(Extension[]::new));
            fields.add(new DERTaggedObject(true, 3, all));
        }
        return new DERSequence(fields);
    }
}
