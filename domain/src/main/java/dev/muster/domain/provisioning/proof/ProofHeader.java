package dev.muster.domain.provisioning.proof;

import dev.muster.domain.trust.key.JwsAlgorithm;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** The rules for the header of a signed proof (RFC 7515 section 4, RFC 8725 section 3). */
public final class ProofHeader {

    /** Explicit typing, so that no other JWT of the same key is a proof (RFC 8725 section 3.11). */
    private static final String TYPE = "provision+jwt";

    private static final String APPLICATION = "application/";

    /**
     * Members that contain a key or point to one (RFC 7515 sections 4.1.2, 4.1.3 and 4.1.5), that demand an extension
     * (the server knows none, so it refuses every {@code crit}: section 4.1.11), or that change how the payload is read
     * (RFC 7797 {@code b64}, RFC 7516 {@code enc} and {@code zip}). The server ignores others, such as {@code kid}:
     * section 4.
     */
    private static final Set<String> REFUSED = Set.of("jku", "jwk", "x5u", "crit", "b64", "enc", "zip");

    private ProofHeader() {}

    /** The algorithm in the header; empty if it names none that is accepted. */
    public static Optional<JwsAlgorithm> algorithm(JsonObject header) {
        return header.get("alg") instanceof JsonString name ? JwsAlgorithm.named(name.getString()) : Optional.empty();
    }

    /** Why the rest of the header is wrong, for a proof by the certificate's key; empty if it is right. */
    public static Optional<ProofRejection> check(JsonObject header) {
        return header.containsKey(DeviceChain.MEMBER)
                ? Optional.of(ProofRejection.HEADER_MEMBER_REFUSED)
                : checkWithChain(header);
    }

    /** The same for a proof by the device's own key, whose certificate is in {@code x5c}. */
    public static Optional<ProofRejection> checkWithChain(JsonObject header) {
        if (!Collections.disjoint(header.keySet(), REFUSED)) {
            return Optional.of(ProofRejection.HEADER_MEMBER_REFUSED);
        }
        boolean typed = header.get("typ") instanceof JsonString type && isType(type.getString());
        return typed ? Optional.empty() : Optional.of(ProofRejection.WRONG_TYPE);
    }

    /** A media type in any case; "application/" may be missing (RFC 7515 section 4.1.9). */
    private static boolean isType(String type) {
        return TYPE.equalsIgnoreCase(type) || (APPLICATION + TYPE).equalsIgnoreCase(type);
    }
}
