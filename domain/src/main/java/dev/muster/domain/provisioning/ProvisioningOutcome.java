package dev.muster.domain.provisioning;

import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.json.MalformedRequestException;
import java.util.List;
import java.util.UUID;

/**
 * What came of a provision request: its sealed result. A refusal is a value like a success, and both are recorded as an
 * attempt in the transaction that ends in them.
 */
public sealed interface ProvisioningOutcome {

    /** The recorded attempt: the answer's {@code instance}, {@code urn:uuid:} of it. Never null. */
    UUID attemptId();

    /**
     * The device exists, with credentials that nobody has had before.
     *
     * @param first true where the device came to be (201), false where its credentials were rotated (200)
     * @param uniqueIdentifier normalized
     * @param deviceName as imported; null where the import names none
     * @param deviceType as imported; null where the import names none
     * @param credentials shown this once
     */
    record Provisioned(
            UUID attemptId,
            boolean first,
            UUID deviceId,
            UUID organizationId,
            String uniqueIdentifier,
            String deviceName,
            String deviceType,
            Granted credentials)
            implements ProvisioningOutcome {}

    /**
     * The device exists and keeps its credentials until a manager has decided; the proof is used up, the sender comes back
     * with another one (202).
     */
    record ApprovalPending(UUID attemptId) implements ProvisioningOutcome {}

    /**
     * Nothing has changed but the record of the attempt.
     *
     * @param code what the sender is told
     * @param reason what the record says beyond it, nothing of the request: the name of a {@link ProofRejection}, or, of a
     *     request that cannot be read, the sentence that the sender is told, too; null if the code says all
     */
    record Refused(UUID attemptId, ProblemCode code, String reason) implements ProvisioningOutcome {

        /** The refusal of a request that cannot be read. */
        public static Refused unreadable(UUID attemptId, MalformedRequestException fault) {
            return new Refused(attemptId, fault.code(), fault.getMessage());
        }

        /** The refusal of a proof that is not believed: one code for every reason that is not the request's own. */
        public static Refused proof(UUID attemptId, ProofRejection reason) {
            return new Refused(attemptId, reason.code(), reason.name());
        }
    }

    /** What the device authenticates with from now on. */
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
