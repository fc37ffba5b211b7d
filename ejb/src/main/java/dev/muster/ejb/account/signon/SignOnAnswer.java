package dev.muster.ejb.account.signon;

import org.jspecify.annotations.Nullable;

/**
 * What the browser brings back from the provider, as sent: anybody can have made it.
 *
 * @param cookie of the login that this browser began
 * @param error why the provider did not log the user in
 * @param issuer who the provider says that it is (RFC 9207)
 */
public record SignOnAnswer(
        @Nullable String cookie,
        @Nullable String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String issuer) {

    @Override
    public String toString() {
        return "SignOnAnswer[hidden]";
    }
}
