package dev.muster.domain.provisioning;

import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.provisioning.proof.ProofKey;
import java.util.Objects;

/**
 * A valid proof for a device that exists, with everything that decides what comes of it.
 *
 * @param key who has made it
 * @param device the device's state now
 * @param allowed whether a manager has allowed that the device is provisioned once more
 * @param refused whether a manager has rejected the last one that asked for an approval
 */
public record SecondProof(ProofKey key, DeviceStatus device, boolean allowed, boolean refused) {

    /** What comes of a second proof. */
    public enum Answer {
        /** The device gets new credentials, and the old ones are void. */
        ROTATE,
        /** It is {@code already-provisioned}; nothing changes. */
        REFUSE,
        /** A manager is asked; the old credentials live meanwhile. */
        ASK
    }

    public SecondProof {
        Objects.requireNonNull(key);
        Objects.requireNonNull(device);
    }

    /**
     * What the policy makes of it. Two things come before every policy: what a manager has allowed happens, once; and a
     * device that a revocation invalidated gets in again by another certificate, because a revocation must not brick the
     * fleet. A static secret has NEVER, whatever the organization wants.
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
