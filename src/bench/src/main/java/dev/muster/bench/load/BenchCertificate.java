package dev.muster.bench.load;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A manufacturer's certificate and what its devices have of it. */
public record BenchCertificate(String accessKey, String tokenHash, PrivateKey key, Kind kind) {

    /** Kinds of keys, with the header's algorithm and the JCA's names. */
    public enum Kind {
        EC_P256("ES256", "EC", "SHA256withPLAIN-ECDSA"),
        EC_P384("ES384", "EC", "SHA384withPLAIN-ECDSA"),
        RSA_3072("RS256", "RSA", "SHA256withRSA"),
        ED25519("EdDSA", "Ed25519", "Ed25519");

        private final String algorithm;
        private final String keyFactory;
        private final String signature;

        Kind(String algorithm, String keyFactory, String signature) {
            this.algorithm = algorithm;
            this.keyFactory = keyFactory;
            this.signature = signature;
        }

        public String algorithm() {
            return algorithm;
        }
    }

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int LIFETIME = 300;

    /** Makes one at the server. */
    public static BenchCertificate create(ApiClient maker, Kind kind) throws GeneralSecurityException {
        String path = "/manufacturers/" + maker.get("/account").ok().text("manufacturerId") + "/certificates";
        String wish = "{\"name\":\"bench\",\"purpose\":\"PROOF\",\"validityDays\":30,\"keyAlgorithm\":\"%s\"}"
                .formatted(kind);
        Certificate issued = Certificate.of(maker.post(path, wish).expect(201).json());
        byte[] der = Base64.getMimeDecoder().decode(issued.privateKey().replaceAll("-----[A-Z ]+-----", ""));
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(issued.accessToken().getBytes(StandardCharsets.US_ASCII));
        return new BenchCertificate(
                issued.accessKey(),
                encode(hash),
                KeyFactory.getInstance(kind.keyFactory, PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(der)),
                kind);
    }

    /** Provision requests for so many devices, from that number on; each has its proof. */
    public Queue<byte[]> requests(long first, int count) {
        return LongStream.range(first, first + count)
                .parallel()
                .mapToObj(number -> request(FleetFile.imei(number), newProofId()))
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    }

    public static String newProofId() {
        return "bench-" + UUID.randomUUID();
    }

    public byte[] request(String identifier, String proofId) {
        return DeviceConnection.post("/api/v1/provision/" + accessKey, "", body(identifier, proofId));
    }

    private String body(String identifier, String proofId) {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"%s","sub":"%s","aud":"muster-provision","jti":"%s","iat":%d,"exp":%d,"ath":"%s"}""".formatted(accessKey, identifier, proofId, now, now + LIFETIME, tokenHash);
        String header = "{\"alg\":\"%s\",\"typ\":\"provision+jwt\"}".formatted(kind.algorithm);
        String input =
                encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        return "{\"uniqueIdentifier\":\"%s\",\"proof\":\"%s.%s\"}".formatted(identifier, input, encode(sign(input)));
    }

    /** As somebody would have it who guesses the access key. */
    public BenchCertificate withAccessKey(String other) {
        return new BenchCertificate(other, tokenHash, key, kind);
    }

    /** As somebody would have it who has the key of another one. */
    public BenchCertificate withKeyOf(BenchCertificate other) {
        return new BenchCertificate(accessKey, tokenHash, other.key, kind);
    }

    private byte[] sign(String input) {
        try {
            Signature signature = Signature.getInstance(kind.signature, PROVIDER);
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
