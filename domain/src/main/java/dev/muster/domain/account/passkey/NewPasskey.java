package dev.muster.domain.account.passkey;

/**
 * What an authenticator has made for a user, after it was checked.
 *
 * @param credentialId base64url without padding
 * @param credentialData authenticator's model, credential id and public key (Web Authentication Level 3, section 6.5.1)
 * @param signCount 0 if the authenticator does not count
 */
public record NewPasskey(
        String credentialId, byte[] credentialData, long signCount, boolean backupEligible, boolean backedUp) {}
