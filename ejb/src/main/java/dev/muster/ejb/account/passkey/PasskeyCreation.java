package dev.muster.ejb.account.passkey;

import java.util.List;

/**
 * What a page asks a browser for when its user adds a passkey.
 *
 * @param partyId the host to which passkeys are bound
 * @param userHandle the name under which the authenticator shall know the user, base64url
 * @param username the name that the authenticator shows
 * @param existing the names of the user's other passkeys, base64url: an authenticator that has one makes no second
 */
public record PasskeyCreation(
        String partyId, String userHandle, String username, List<String> existing, IssuedChallenge challenge) {}
