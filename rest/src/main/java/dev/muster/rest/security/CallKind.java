package dev.muster.rest.security;

import dev.muster.domain.account.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which kind of objects a call of the API is about, by its path. */
final class CallKind {

    /** The part of a path after the id of a tenant. */
    private static final Map<String, TokenKind> PARTS = Map.ofEntries(
            Map.entry("imports", TokenKind.IMPORTS),
            Map.entry("enrollments", TokenKind.IMPORTS),
            Map.entry("notices", TokenKind.IMPORTS),
            Map.entry("identifiers", TokenKind.IMPORTS),
            Map.entry("devices", TokenKind.DEVICES),
            Map.entry("devices.csv", TokenKind.DEVICES),
            Map.entry("device-models", TokenKind.DEVICES),
            Map.entry("applications", TokenKind.DEVICES),
            Map.entry("approvals", TokenKind.DEVICES),
            Map.entry("certificates", TokenKind.CERTIFICATES),
            Map.entry("attempts", TokenKind.ATTEMPTS),
            Map.entry("log", TokenKind.LOG),
            Map.entry("overview", TokenKind.TENANTS),
            Map.entry("quotas", TokenKind.TENANTS),
            Map.entry("held-elsewhere", TokenKind.TENANTS),
            Map.entry("suspend", TokenKind.TENANTS),
            Map.entry("resume", TokenKind.TENANTS),
            Map.entry("allowed-organizations", TokenKind.TENANTS));

    private static final List<String> TENANTS = List.of("organizations", "manufacturers");

    private static final List<String> PEOPLE = List.of("users", "tokens", "account");

    private static final String LOG = "log";

    private static final int TENANT = 0;

    private static final int PART = 2;

    private CallKind() {}

    /**
     * The kind of a call.
     *
     * @param path below {@code /api/v1}, such as {@code organizations/7f…/imports}
     * @return empty if no kind has it: only a token without a limit may do it
     */
    static Optional<TokenKind> of(String path) {
        String[] parts = path.split("/");
        if (PEOPLE.contains(parts[TENANT])) {
            return Optional.of(TokenKind.USERS);
        }
        if (LOG.equals(parts[TENANT])) {
            return Optional.of(TokenKind.LOG);
        }
        if (!TENANTS.contains(parts[TENANT])) {
            return Optional.empty();
        }
        return parts.length <= PART ? Optional.of(TokenKind.TENANTS) : Optional.ofNullable(PARTS.get(parts[PART]));
    }
}
