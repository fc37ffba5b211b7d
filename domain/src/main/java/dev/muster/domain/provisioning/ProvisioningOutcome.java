package dev.muster.domain.provisioning;

import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.transparency.LoggedLeaf;
import dev.muster.domain.trust.RenewalLimit;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a provision request. A refusal is a value, as a success is: the transaction that ends in it also
 * records the attempt.
 */
public sealed interface ProvisioningOutcome {

    /** The recorded attempt; with {@code urn:uuid:} before it, the answer's {@code instance}. */
    UUID attemptId();

    /**
     * The device exists and has new credentials.
     *
     * @param first true if the device was created (201), false if its credentials were rotated (200)
     * @param uniqueIdentifier normalized
     * @param deviceName as imported; null if the import names none
     * @param deviceType as imported; null if the import names none
     * @param credentials shown only this once
     * @param leaf of the transparency log; null if the log is switched off for a measurement
     */
    record Provisioned(
            UUID attemptId,
            boolean first,
            UUID deviceId,
            UUID organizationId,
            String uniqueIdentifier,
            @Nullable String deviceName,
            @Nullable String deviceType,
            Granted credentials,
            @Nullable LoggedLeaf leaf)
            implements ProvisioningOutcome {}

    /**
     * The device exists and keeps its credentials until a manager has decided (202). The proof is used up; the sender
     * comes back with another proof.
     */
    record ApprovalPending(UUID attemptId) implements ProvisioningOutcome {}

    /**
     * The request changed nothing, except that the attempt is recorded.
     *
     * @param code the problem code in the answer
     * @param reason what the record says in addition; it repeats nothing of the request. The name of a
     *     {@link ProofRejection}, or the sentence of the answer if the request cannot be read or comes too soon; null
     *     if the code says everything
     * @param retryAfter when the same request may succeed; null if the code alone decides that
     */
    record Refused(
            UUID attemptId,
            ProblemCode code,
            @Nullable String reason,
            @Nullable Duration retryAfter) implements ProvisioningOutcome {

        public Refused(UUID attemptId, ProblemCode code, @Nullable String reason) {
            this(attemptId, code, reason, null);
        }

        /** The refusal of a renewal, because the device has renewed its certificate too often. */
        public static Refused renewedTooOften(UUID attemptId, Duration retryAfter) {
            String sentence = "The device has renewed its certificate %d times within %d hours. Keep the newest"
                    .formatted(RenewalLimit.RENEWALS, RenewalLimit.PERIOD.toHours());
            return new Refused(
                    attemptId,
                    ProblemCode.RATE_LIMITED,
                    sentence + " certificate and use it; renew again after the time in Retry-After.",
                    retryAfter);
        }

        /** The refusal of a request that cannot be read. */
        public static Refused unreadable(UUID attemptId, MalformedRequestException fault) {
            return new Refused(attemptId, fault.code(), fault.getMessage());
        }

        /**
         * The refusal of an invalid proof. Its code tells the reason only if the request alone shows the reason.
         */
        public static Refused proof(UUID attemptId, ProofRejection reason) {
            return new Refused(attemptId, reason.code(), reason.name());
        }
    }

    /** The device's new credential. */
    sealed interface Granted {

        /** Public: the device's id. */
        String clientId();
    }

    /**
     * A certificate for the device's own key. Nothing in it is secret.
     *
     * @param clientId public
     * @param certificateChain PEM, the device's own first, then its issuer's; without the root
     */
    record CertificateChain(String clientId, List<String> certificateChain) implements Granted {

        public CertificateChain {
            certificateChain = List.copyOf(certificateChain);
        }
    }

    /**
     * A name and a secret.
     *
     * @param clientId public
     * @param accessKey public, 26 characters
     * @param accessToken secret, 43 characters, stored nowhere; not in {@link #toString}
     */
    record Credentials(String clientId, String accessKey, String accessToken) implements Granted {

        @Override
        public String toString() {
            return "Credentials[clientId=" + clientId + ", accessKey=" + accessKey + "]";
        }
    }
}
