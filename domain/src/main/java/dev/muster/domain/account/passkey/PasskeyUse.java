package dev.muster.domain.account.passkey;

/**
 * What an authenticator said when it signed, after the signature was checked.
 *
 * @param signCount 0 if the authenticator does not count
 */
public record PasskeyUse(long signCount, boolean backedUp) {}
