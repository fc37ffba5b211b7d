package dev.muster.ejb.account.passkey;

import java.util.Base64;

/**
 * What a browser sends when a passkey has signed (Web Authentication Level 3, section 5.2.2).
 *
 * @param userHandle the name under which the authenticator knows the user
 */
public record PasskeyAssertion(
        byte[] credentialId, byte[] userHandle, byte[] clientData, byte[] authenticatorData, byte[] signature) {

    String credential() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(credentialId);
    }

    String handle() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(userHandle);
    }
}
