package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.path.BadPath.PRIVATE;
import static dev.muster.domain.trust.path.BadPath.at;
import static dev.muster.domain.trust.path.BadPath.chain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Certificates with extensions that make them unusable, mostly certificates of devices. */
class BadExtensionTest implements BadPath.Cases {

    static Stream<BadPath> cases() {
        return Stream.of(leafExtensions(), extensions()).flatMap(List::stream);
    }

    private static List<BadPath> leafExtensions() {
        return List.of(
                at(
                        0,
                        "an authority as device",
                        PathFault.LEAF_IS_CA,
                        c -> c.with(Extension.basicConstraints, true, new BasicConstraints(true))),
                chain("the issuer as device", PathFault.LEAF_IS_CA, TestPath.DEVICE_CA.der()),
                chain(
                        "the issuer as device, with its issuer",
                        PathFault.LEAF_IS_CA,
                        TestPath.DEVICE_CA.der(),
                        TestPath.ROOT.der()),
                chain("the root as device", PathFault.LEAF_IS_CA, TestPath.ROOT.der()),
                at(
                        0,
                        "path length of a device",
                        PathFault.PATH_LENGTH,
                        c -> c.with(Extension.basicConstraints, true, new DERSequence(new ASN1Integer(0)))),
                at(0, "no key usage", PathFault.LEAF_KEY_USAGE, c -> c.without(Extension.keyUsage)),
                usage("no signatures", KeyUsage.keyEncipherment),
                usage("signatures of documents alone", KeyUsage.nonRepudiation),
                usage("certificates, too", KeyUsage.digitalSignature | KeyUsage.keyCertSign),
                usage("certificates alone", KeyUsage.keyCertSign),
                usage("revocation lists, too", KeyUsage.digitalSignature | KeyUsage.cRLSign),
                usage("nothing", 0),
                at(
                        0,
                        "no extended key usage",
                        PathFault.LEAF_EXTENDED_KEY_USAGE,
                        c -> c.without(Extension.extendedKeyUsage)),
                purposes("for servers", KeyPurposeId.id_kp_serverAuth),
                purposes("for signing code", KeyPurposeId.id_kp_codeSigning),
                purposes("for anything", KeyPurposeId.anyExtendedKeyUsage),
                purposes("for clients and anything", KeyPurposeId.id_kp_clientAuth, KeyPurposeId.anyExtendedKeyUsage));
    }

    private static List<BadPath> extensions() {
        byte[] number = {2, 1, 1};
        byte[] longBoolean = {0x30, 3, 1, 1, 1};
        return List.of(
                at(0, "unknown and critical", PathFault.UNKNOWN_CRITICAL_EXTENSION, c -> c.with(PRIVATE, true, number)),
                at(
                        0,
                        "critical key identifier",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(
                                Extension.authorityKeyIdentifier, true, new AuthorityKeyIdentifier(new byte[] {1}))),
                at(
                        0,
                        "critical distribution point",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(Extension.cRLDistributionPoints, true, new DERSequence())),
                at(
                        0,
                        "critical access to information",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(Extension.authorityInfoAccess, true, new DERSequence())),
                at(
                        1,
                        "unknown and critical in the issuer",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(PRIVATE, true, number)),
                at(
                        2,
                        "unknown and critical in the root",
                        PathFault.UNKNOWN_CRITICAL_EXTENSION,
                        c -> c.with(PRIVATE, true, number)),
                at(
                        0,
                        "key usage twice",
                        PathFault.DUPLICATE_EXTENSION,
                        c -> c.twice(Extension.keyUsage, true, new byte[] {3, 2, 7, (byte) 0x80})),
                at(
                        0,
                        "an unknown one twice",
                        PathFault.DUPLICATE_EXTENSION,
                        c -> c.twice(PRIVATE, false, number).twice(PRIVATE, false, number)),
                at(
                        1,
                        "twice in the issuer",
                        PathFault.DUPLICATE_EXTENSION,
                        c -> c.twice(PRIVATE, false, number).twice(PRIVATE, false, number)),
                at(0, "key usage that is a number", PathFault.EXTENSION, c -> c.with(Extension.keyUsage, true, number)),
                at(
                        0,
                        "basic constraints that are a number",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.basicConstraints, true, number)),
                at(
                        0,
                        "basic constraints not in DER",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.basicConstraints, true, longBoolean)),
                at(
                        0,
                        "extended key usage that is a number",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.extendedKeyUsage, false, number)),
                at(
                        0,
                        "extended key usage without a purpose",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.extendedKeyUsage, false, new DERSequence())),
                at(
                        0,
                        "extended key usage and more",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.extendedKeyUsage, false, new byte[] {0x30, 0, 5, 0})),
                at(
                        0,
                        "authority's key identifier that is a number",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.authorityKeyIdentifier, false, number)),
                at(
                        0,
                        "access to information that is text",
                        PathFault.EXTENSION,
                        c -> c.with(
                                Extension.authorityInfoAccess, false, "malformed".getBytes(StandardCharsets.US_ASCII))),
                at(
                        1,
                        "issuer's key identifier that is a number",
                        PathFault.EXTENSION,
                        c -> c.with(Extension.subjectKeyIdentifier, false, number)));
    }

    private static BadPath usage(String name, int usage) {
        return at(
                0,
                "key usage: " + name,
                PathFault.LEAF_KEY_USAGE,
                c -> c.with(Extension.keyUsage, true, new KeyUsage(usage)));
    }

    private static BadPath purposes(String name, KeyPurposeId... purposes) {
        return at(
                0,
                name,
                PathFault.LEAF_EXTENDED_KEY_USAGE,
                c -> c.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes)));
    }
}
