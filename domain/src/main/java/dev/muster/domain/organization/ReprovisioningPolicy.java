package dev.muster.domain.organization;

/**
 * What an organization wants a second valid proof to do for a device that exists. The organization has one policy for
 * all its devices; an import may have another policy for its devices.
 * {@code dev.muster.domain.provisioning.SecondProof} says what follows in each case.
 */
public enum ReprovisioningPolicy {
    /**
     * A new proof gives new credentials until the device has authenticated once since its last proof, so an answer that
     * was lost on the way costs nothing. After that the device counts as provisioned.
     */
    ROTATE_UNTIL_FIRST_USE,
    /** A proof succeeds only once: a device that exists gets no new credentials. */
    NEVER,
    /**
     * A device that signs with a key of its own gets new credentials at any time. A key that many devices share does
     * not show which device signed, so such a proof waits for an approval.
     */
    ROTATE,
    /** A manager decides; the old credentials stay valid until then. */
    APPROVAL
}
