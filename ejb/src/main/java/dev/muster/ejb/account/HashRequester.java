package dev.muster.ejb.account;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.TenantName;
import java.util.Locale;

/**
 * For whom a password is hashed: the hashes of one source, and of one account from it, are counted together.
 *
 * @param source the network address of somebody who is not known yet, or the id of a user who is
 * @param account the user name that was typed, in upper case; empty for a known user
 */
record HashRequester(String source, String account) {

    /** The server itself, which makes its first users. */
    static final HashRequester START = new HashRequester("start", "");

    /** Somebody who says that this is his name. */
    static HashRequester unknown(String source, String username) {
        String name = username.strip().toUpperCase(Locale.ROOT);
        return new HashRequester(source, name.substring(0, Math.min(name.length(), TenantName.MAX_LENGTH)));
    }

    /** A known user: whoever floods the server from the same address does not take this one's turn. */
    static HashRequester known(Caller caller) {
        return new HashRequester("user " + caller.userId(), "");
    }
}
