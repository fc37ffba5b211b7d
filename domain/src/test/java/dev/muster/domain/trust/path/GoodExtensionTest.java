package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.GoodPath.IMEI;
import static dev.muster.domain.trust.path.GoodPath.PRIVATE;
import static dev.muster.domain.trust.path.GoodPath.device;
import static dev.muster.domain.trust.path.GoodPath.issuer;
import static dev.muster.domain.trust.path.TestExtensions.alternative;
import static dev.muster.domain.trust.path.TestExtensions.excluded;
import static dev.muster.domain.trust.path.TestExtensions.permitted;
import static dev.muster.domain.trust.path.TestExtensions.policy;
import static dev.muster.domain.trust.path.TestExtensions.subtree;

import dev.muster.domain.trust.TestCertificate;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;

/** Extensions that a factory may reasonably write. */
class GoodExtensionTest implements GoodPath.Cases {

    private static final byte[] RAW = "not ASN.1".getBytes(StandardCharsets.US_ASCII);

    static Stream<GoodPath> cases() {
        return Stream.of(usages(), extensions()).flatMap(List::stream);
    }

    private static List<GoodPath> usages() {
        return List.of(
                device(
                        "key usage not critical",
                        c -> c.with(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature))),
                device(
                        "other key usages, too",
                        c -> c.with(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature
                                        | KeyUsage.nonRepudiation
                                        | KeyUsage.keyEncipherment
                                        | KeyUsage.keyAgreement))),
                device(
                        "for clients and servers",
                        c -> c.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                        }))),
                device(
                        "for clients and a purpose of one's own",
                        c -> c.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                            KeyPurposeId.id_kp_clientAuth, KeyPurposeId.getInstance(PRIVATE)
                        }))),
                device(
                        "extended key usage critical",
                        c -> c.with(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))),
                device("no basic constraints", c -> c.without(Extension.basicConstraints)),
                device(
                        "basic constraints not critical",
                        c -> c.with(Extension.basicConstraints, false, new BasicConstraints(false))),
                device(
                        "basic constraints that say nothing",
                        c -> c.with(Extension.basicConstraints, true, new byte[] {0x30, 0})),
                issuer(
                        "issuer for clients",
                        c -> c.with(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))),
                issuer(
                        "issuer for anything",
                        c -> c.with(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage))),
                issuer(
                        "issuer without a limit of length",
                        c -> c.with(Extension.basicConstraints, true, new BasicConstraints(true))));
    }

    private static List<GoodPath> extensions() {
        GeneralNames root = new GeneralNames(new GeneralName(TestPath.ROOT.name()));
        PolicyConstraints required = new PolicyConstraints(BigInteger.ZERO, null);
        AccessDescription access = new AccessDescription(
                X509ObjectIdentifiers.id_ad_caIssuers,
                new GeneralName(GeneralName.uniformResourceIdentifier, "http://acme.example/ca"));
        return List.of(
                device("without key identifiers", TestCertificate::withoutKeyIdentifiers),
                issuer("issuer without key identifiers", TestCertificate::withoutKeyIdentifiers),
                device(
                        "the issuer by its certificate",
                        c -> c.with(
                                Extension.authorityKeyIdentifier,
                                false,
                                new AuthorityKeyIdentifier(root, TestPath.DEVICE_CA.serial()))),
                device(
                        "the issuer by its certificate and an address",
                        c -> c.with(
                                Extension.authorityKeyIdentifier,
                                false,
                                new AuthorityKeyIdentifier(
                                        new GeneralNames(new GeneralName[] {
                                            new GeneralName(
                                                    GeneralName.uniformResourceIdentifier, "http://acme.example/ca"),
                                            new GeneralName(TestPath.ROOT.name())
                                        }),
                                        TestPath.DEVICE_CA.serial()))),
                device("an extension of one's own", c -> c.with(PRIVATE, false, new DERUTF8String("x"))),
                device("an extension of one's own that is no ASN.1", c -> c.with(PRIVATE, false, RAW)),
                device(
                        "access to information",
                        c -> c.with(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(access))),
                device("alternative names", c -> alternative(c, GeneralName.dNSName, "tracker-1.acme.example")),
                device(
                        "alternative names, critical",
                        c -> c.with(
                                Extension.subjectAlternativeName,
                                true,
                                new GeneralNames(new GeneralName(GeneralName.rfc822Name, "a@acme.example")))),
                device("a policy", c -> policy(c, PRIVATE)),
                issuer(
                        "a policy that is required, and there",
                        c -> policy(c, PRIVATE).with(Extension.policyConstraints, true, required),
                        c -> policy(c, PRIVATE)),
                issuer(
                        "a name that is permitted",
                        c -> c.with(
                                Extension.nameConstraints,
                                true,
                                permitted(
                                        subtree(new GeneralName(new X500Name("O=Acme"))),
                                        subtree(new GeneralName(GeneralName.dNSName, "acme.example")))),
                        c -> alternative(
                                c.subject("O=Acme,SERIALNUMBER=" + IMEI), GeneralName.dNSName, "a.acme.example")),
                issuer(
                        "a name that is not excluded",
                        c -> c.with(
                                Extension.nameConstraints,
                                true,
                                excluded(subtree(new GeneralName(new X500Name("O=Other"))))),
                        c -> c.subject("O=Acme,SERIALNUMBER=" + IMEI)));
    }
}
