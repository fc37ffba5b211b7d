package dev.muster.domain.account;

import org.jspecify.annotations.Nullable;

/**
 * Where a login came from, in words by which its user recognizes it. A client can send any text as its browser, so
 * nothing is decided by it.
 *
 * @param source the network address
 * @param browser the name that the browser gives itself, in printable ASCII
 */
public record SessionOrigin(String source, String browser) {

    /** @param userAgent the header User-Agent; null if there was none */
    public static SessionOrigin of(String source, @Nullable String userAgent) {
        String printable =
                userAgent == null ? "" : userAgent.replaceAll("[^ -~]", "?").strip();
        return new SessionOrigin(source, printable.isEmpty() ? "unknown" : printable);
    }
}
