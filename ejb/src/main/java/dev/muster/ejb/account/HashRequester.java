package dev.muster.ejb.account;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.TenantName;
import java.util.Locale;

/**
 * For whom a password is hashed. The hashes for one source, and for one account from that source, are counted together.
 *
 * @param source the network address of an unknown client, or the id of a known user
 * @param account the user name that was typed, in upper case; empty for a known user
 */
record HashRequester(String source, String account) {

    /** The server itself, when it makes its first users. */
    static final HashRequester START = new HashRequester("start", "");

    /** A client that is not authenticated yet and sends this name. */
    static HashRequester unknown(String source, String username) {
        String name = username.strip().toUpperCase(Locale.ROOT);
        return new HashRequester(source, name.substring(0, Math.min(name.length(), TenantName.MAX_LENGTH)));
    }

    /** A known user. A flood of requests from the same address does not take this user's turns. */
    static HashRequester known(Caller caller) {
        return new HashRequester("user " + caller.userId(), "");
    }
}
