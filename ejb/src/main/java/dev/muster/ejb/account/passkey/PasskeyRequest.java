package dev.muster.ejb.account.passkey;

/**
 * What a page asks a browser for at a login.
 *
 * @param partyId the host to which passkeys are bound
 */
public record PasskeyRequest(String partyId, IssuedChallenge challenge) {}
