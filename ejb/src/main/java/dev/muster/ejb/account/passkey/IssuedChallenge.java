package dev.muster.ejb.account.passkey;

/**
 * A challenge that has just been made.
 *
 * @param challenge what the authenticator signs: 32 octets, base64url without padding
 * @param secret binds the challenge to a browser, which keeps it in a cookie that scripts cannot read
 */
public record IssuedChallenge(String challenge, String secret) {

    @Override
    public String toString() {
        return "IssuedChallenge[" + challenge + "]";
    }
}
