package dev.muster.it;

import dev.muster.testkit.Certificate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A request in the signature form; none of the product's code makes it.
 *
 * @param timestamp as it stands in the JSON
 */
record BareProof(Certificate certificate, String identifier, String timestamp, String nonce) {

    /** By a clock, with a nonce of its own. */
    static BareProof fresh(Certificate certificate, String identifier) {
        String now = Long.toString(Instant.now().getEpochSecond());
        return new BareProof(certificate, identifier, now, UUID.randomUUID().toString());
    }

    /** Without a clock, with a nonce of the server. */
    static BareProof clockless(Certificate certificate, String identifier, String nonce) {
        return new BareProof(certificate, identifier, "0", nonce);
    }

    BareProof at(long secondsFromNow) {
        String other = Long.toString(Instant.now().getEpochSecond() + secondsFromNow);
        return new BareProof(certificate, identifier, other, nonce);
    }

    BareProof withNonce(String other) {
        return new BareProof(certificate, identifier, timestamp, other);
    }

    byte[] signed() {
        String ath = Proof.tokenHash(certificate);
        return (ath + "\n" + identifier + "\n" + timestamp + "\n" + nonce).getBytes(StandardCharsets.UTF_8);
    }

    String body(byte[] signature) {
        return body(Base64.getEncoder().encodeToString(signature));
    }

    String body(String signature) {
        return "{\"uniqueIdentifier\":\"%s\",\"timestamp\":%s,\"nonce\":\"%s\",\"signature\":\"%s\"}"
                .formatted(identifier, timestamp, nonce, signature);
    }
}
