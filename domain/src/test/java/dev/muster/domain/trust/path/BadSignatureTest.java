package dev.muster.domain.trust.path;

import static dev.muster.domain.trust.TestCertificate.leaf;
import static dev.muster.domain.trust.path.BadPath.PRIVATE;
import static dev.muster.domain.trust.path.BadPath.at;
import static dev.muster.domain.trust.path.BadPath.chain;

import dev.muster.domain.trust.TestCertificate;
import dev.muster.domain.trust.TestKeys;
import dev.muster.domain.trust.key.Moduli;
import dev.muster.domain.trust.key.TestSignatures;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962NamedCurves;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Certificates with a bad signature or a bad key. */
class BadSignatureTest implements BadPath.Cases {

    private static final BigInteger F4 = BigInteger.valueOf(65537);

    static Stream<BadPath> cases() {
        return Stream.of(signatures(), keys()).flatMap(List::stream);
    }

    private static List<BadPath> signatures() {
        TestCertificate.Issued rsa = rsaIssuer();
        AlgorithmIdentifier sha512 = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512);
        UnaryOperator<AlgorithmIdentifier> withNull = a -> new AlgorithmIdentifier(a.getAlgorithm(), DERNull.INSTANCE);
        UnaryOperator<AlgorithmIdentifier> without = a -> new AlgorithmIdentifier(a.getAlgorithm());
        return List.of(
                at(0, "another algorithm within", PathFault.ALGORITHM_MISMATCH, c -> c.inner(a -> sha512)),
                under(rsa, "other parameters within", PathFault.ALGORITHM_MISMATCH, c -> c.inner(without)),
                under(rsa, "SHA-1 with RSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA1withRSA")),
                under(rsa, "MD5 with RSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("MD5withRSA")),
                under(rsa, "SHA-224 with RSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA224withRSA")),
                under(rsa, "PSS with SHA-1", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA1withRSAandMGF1")),
                under(
                        rsa,
                        "PSS with a short salt",
                        PathFault.SIGNATURE_ALGORITHM,
                        c -> c.signed("SHA256withRSAandMGF1", TestSignatures.pss("SHA-256", 8))),
                under(
                        rsa,
                        "PSS with two hashes",
                        PathFault.SIGNATURE_ALGORITHM,
                        c -> c.algorithm(a -> TestSignatures.pssOfTwoHashes())),
                under(
                        rsa,
                        "PSS with a salt that the key has no room for",
                        PathFault.SIGNATURE,
                        c -> c.algorithm(a -> TestSignatures.pssOfSalt(223))),
                at(0, "SHA-1 with ECDSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA1withECDSA")),
                at(0, "SHA-224 with ECDSA", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA224withECDSA")),
                at(0, "ECDSA with parameters", PathFault.SIGNATURE_ALGORITHM, c -> c.algorithm(withNull)),
                at(
                        0,
                        "no algorithm at all",
                        PathFault.SIGNATURE_ALGORITHM,
                        c -> c.algorithm(a -> new AlgorithmIdentifier(PRIVATE))),
                at(1, "issuer signed with SHA-1", PathFault.SIGNATURE_ALGORITHM, c -> c.signed("SHA1withECDSA")),
                at(
                        0,
                        "the algorithm of another family",
                        PathFault.SIGNATURE,
                        c -> c.algorithm(a -> new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519))),
                at(0, "another hash than it was signed with", PathFault.SIGNATURE, c -> c.algorithm(a -> sha512)),
                at(0, "signed by a stranger", PathFault.SIGNATURE, c -> c.signedWith(TestKeys.of("P-256", "stranger"))),
                at(0, "signed by the root", PathFault.SIGNATURE, c -> c.signedWith(TestPath.ROOT.keys())),
                at(
                        0,
                        "signed by itself in the issuer's name",
                        PathFault.SIGNATURE,
                        c -> c.signedWith(TestKeys.of("P-256", "leaf"))),
                chain(
                        "changed afterwards",
                        PathFault.SIGNATURE,
                        TestSignatures.renamed(leaf().by(TestPath.DEVICE_CA).der())),
                chain(
                        "a signature that is no DER",
                        PathFault.SIGNATURE,
                        TestSignatures.withOtherNumbers(
                                leaf().by(TestPath.DEVICE_CA).der())),
                chain(
                        "an empty signature",
                        PathFault.SIGNATURE,
                        TestSignatures.withSignature(
                                leaf().by(TestPath.DEVICE_CA).der(), new byte[0])));
    }

    private static List<BadPath> keys() {
        BigInteger prime = Moduli.prime(1024);
        BigInteger other = Moduli.prime(1024);
        BigInteger close = prime.add(BigInteger.ONE.shiftLeft(100)).nextProbablePrime();
        byte[] point = TestKeys.publicKey("P-256", "leaf").getPublicKeyData().getOctets();
        byte[] offCurve = point.clone();
        offCurve[40] ^= 1;
        ASN1Encodable p256 = SECObjectIdentifiers.secp256r1;
        ASN1Encodable explicit = X962NamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
        return List.of(
                key("RSA of 1,024 bits", TestKeys.publicKey("RSA-1024", "leaf")),
                key("RSA exponent 1", TestKeys.rsa(prime.multiply(other), BigInteger.ONE)),
                key("RSA exponent 3", TestKeys.rsa(prime.multiply(other), BigInteger.valueOf(3))),
                key("RSA exponent even", TestKeys.rsa(prime.multiply(other), F4.add(BigInteger.ONE))),
                key(
                        "RSA with a small factor",
                        TestKeys.rsa(prime.multiply(other).multiply(BigInteger.valueOf(7)), F4)),
                key("RSA with close primes", TestKeys.rsa(prime.multiply(close), F4)),
                key("RSA of a square", TestKeys.rsa(prime.multiply(prime), F4)),
                key("RSA of ROCA", TestKeys.rsa(Moduli.roca(1024, 71).multiply(Moduli.roca(1024, 71)), F4)),
                key("curve of its own", TestKeys.ec(explicit, point)),
                key("curve inherited", TestKeys.ec(DERNull.INSTANCE, point)),
                key("P-521", TestKeys.publicKey("P-521", "leaf")),
                key("secp256k1", TestKeys.ec(SECObjectIdentifiers.secp256k1, point)),
                key("point off the curve", TestKeys.ec(p256, offCurve)),
                key("point at infinity", TestKeys.ec(p256, new byte[] {0})),
                key("Ed448", TestKeys.publicKey("Ed448", "leaf")),
                key("X25519", TestKeys.publicKey("X25519", "leaf")),
                key(
                        "Ed25519 of small order",
                        new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), new byte[32])),
                at(
                        1,
                        "issuer's RSA of 1,024 bits",
                        PathFault.KEY,
                        c -> c.key(TestKeys.publicKey("RSA-1024", "Factory"))),
                at(1, "issuer's curve of its own", PathFault.KEY, c -> c.key(TestKeys.ec(explicit, point))));
    }

    private static TestCertificate.Issued rsaIssuer() {
        return TestCertificate.authority("RSA-2048", "Factory", 0).by(TestPath.ROOT);
    }

    private static BadPath under(
            TestCertificate.Issued issuer, String name, PathFault fault, UnaryOperator<TestCertificate> change) {
        return new BadPath(name, fault, 0, () -> TestPath.under(issuer, change.apply(leaf())));
    }

    private static BadPath key(String name, SubjectPublicKeyInfo key) {
        return at(0, name, PathFault.KEY, c -> c.key(key));
    }
}
