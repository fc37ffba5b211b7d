package dev.muster.domain.organization;

/**
 * What an organization wants of a second valid proof, for a device that exists. The organization's own holds for all of
 * its devices, an import may have another for its own. What follows from it in each case is
 * {@code dev.muster.domain.provisioning.SecondProof}'s.
 */
public enum ReprovisioningPolicy {
    /**
     * Until the device has authenticated once, a new proof gives new credentials: an answer that was lost on the way
     * costs nothing. After that the device is taken for provisioned.
     */
    ROTATE_UNTIL_FIRST_USE,
    /** One success: a device that exists is not given new credentials. */
    NEVER,
    /**
     * A device that has signed with a key of its own gets new credentials at any time. A key that many devices share says
     * too little of which one it is: such a proof waits for an approval.
     */
    ROTATE,
    /** A manager decides; the old credentials live meanwhile. */
    APPROVAL
}
