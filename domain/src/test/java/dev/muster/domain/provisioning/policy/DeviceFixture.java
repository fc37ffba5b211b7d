package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.ProofFixture;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.DecoyAuthorities;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.path.DeviceRoots;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A device with its own key, and a certificate by a DEVICE_CA.
 *
 * @param certificate DER
 * @param signer signs with the device's key
 */
public record DeviceFixture(Factory factory, byte[] certificate, ProofFixture signer) {

    static final CertificateIssuer ROOT;
    public static final byte[] ROOT_DER;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant START = ProofFixture.NOW.minusSeconds(86_400);

    static {
        try {
            KeyPair keys = CertificateIssuer.newRootKeys(RANDOM);
            X509Certificate root =
                    CertificateIssuer.platformRoot(CertificateSubject.of("Muster", "Root"), keys, START, RANDOM);
            ROOT = new CertificateIssuer(root, keys.getPrivate());
            ROOT_DER = root.getEncoded();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The policy of a platform with this root. */
    public static DeviceProofPolicy policy() {
        return new DeviceProofPolicy(
                DecoyAuthorities.generate(RANDOM), ProofFixture.NONCES, () -> new DeviceRoots(List.of(ROOT_DER)));
    }

    /** A manufacturer's DEVICE_CA of 30 days, EC P-256. */
    public record Factory(DeviceAuthority authority, KeyPair keys, X500Name name) {

        public static Factory create() {
            try {
                KeyPair keys = KeyAlgorithm.EC_P256.generate(RANDOM);
                String accessKey = Secrets.newAccessKey(RANDOM);
                X509Certificate certificate = ROOT.deviceCa(
                        new CertificateSubject("Acme", "Factory", accessKey),
                        keys.getPublic(),
                        30,
                        URI.create("https://localhost/crl"),
                        START,
                        RANDOM);
                return new Factory(
                        new DeviceAuthority(
                                accessKey,
                                certificate.getEncoded(),
                                certificate.getNotAfter().toInstant()),
                        keys,
                        X500Name.getInstance(
                                certificate.getSubjectX500Principal().getEncoded()));
            } catch (java.security.GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        public DeviceFixture device(KeyAlgorithm kind, String subject) {
            ProofFixture made = ProofFixture.of(kind);
            ProofFixture signer = new ProofFixture(
                    kind,
                    made.keys(),
                    new ProofVerificationKey(
                            authority.accessKey(), kind, made.certificate().publicKey(), ""));
            return new DeviceFixture(this, issue(made.certificate().publicKey(), subject), signer);
        }

        private byte[] issue(byte[] key, String subject) {
            try {
                return new X509v3CertificateBuilder(
                                name,
                                BigInteger.valueOf(7),
                                Date.from(START),
                                Date.from(START.plusSeconds(86_400L * 365)),
                                new X500Name(subject),
                                SubjectPublicKeyInfo.getInstance(key))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA")
                                .setProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider())
                                .build(keys.getPrivate()))
                        .getEncoded();
            } catch (java.io.IOException | org.bouncycastle.operator.OperatorCreationException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The proof's header, with this chain. */
    public JsonObject header(byte[]... chain) {
        JsonArrayBuilder certificates = Json.createArrayBuilder();
        for (byte[] certificate : chain) {
            certificates.add(Base64.getEncoder().encodeToString(certificate));
        }
        JsonObjectBuilder header = Json.createObjectBuilder(ProofFixture.header(
                signer.algorithm().jwsAlgorithms().iterator().next()));
        return header.add("x5c", certificates).build();
    }

    /** Without the token's hash: there is no token. */
    public JsonObject claims() {
        return ProofFixture.with(signer.claims(), "ath", null);
    }

    public CompactJws sign(JsonObject header, JsonObject claims) {
        return signer.sign(signer.algorithm().jwsAlgorithms().iterator().next(), header, claims);
    }

    CompactJws proof() {
        return sign(header(certificate), claims());
    }
}
