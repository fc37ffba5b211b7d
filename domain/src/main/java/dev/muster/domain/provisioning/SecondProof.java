package dev.muster.domain.provisioning;

import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.provisioning.proof.ProofKey;
import java.util.Objects;

/**
 * A valid proof for a device that exists, with everything that decides about it.
 *
 * @param key the key that made it
 * @param device the device's present state
 * @param allowed whether a manager has allowed to provision the device once more
 * @param refused whether a manager has rejected the device's last request for an approval
 */
public record SecondProof(ProofKey key, DeviceStatus device, boolean allowed, boolean refused) {

    /** The decision about a second proof. */
    public enum Answer {
        /** The device gets new credentials, and the old ones end. */
        ROTATE,
        /** The answer is {@code already-provisioned}; nothing changes. */
        REFUSE,
        /** A manager decides; the old credentials stay valid until then. */
        ASK
    }

    public SecondProof {
        Objects.requireNonNull(key);
        Objects.requireNonNull(device);
    }

    /**
     * The decision under a policy. Two rules come before every policy: if a manager has allowed one more proof, it
     * succeeds; and if a revocation has invalidated the device, a proof by another certificate succeeds, because a
     * revocation must not brick the fleet. For a static secret the policy is always NEVER.
     */
    public Answer under(ReprovisioningPolicy policy) {
        if (allowed || device == DeviceStatus.INVALIDATED) {
            return Answer.ROTATE;
        }
        if (key == ProofKey.LITERAL) {
            return Answer.REFUSE;
        }
        return switch (policy) {
            case ROTATE_UNTIL_FIRST_USE -> device == DeviceStatus.PROVISIONED ? Answer.ROTATE : Answer.REFUSE;
            case NEVER -> Answer.REFUSE;
            case ROTATE -> key == ProofKey.OWN ? Answer.ROTATE : approval();
            case APPROVAL -> approval();
        };
    }

    private Answer approval() {
        return refused ? Answer.REFUSE : Answer.ASK;
    }
}
