package dev.muster.domain.account.signon;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider that an operator has chosen, and what Muster expects of it.
 *
 * @param issuer exactly as the provider writes it in its tokens
 * @param clientSecret empty for a public client, which proves itself by PKCE only
 * @param scope as in an authentication request: words separated by blanks
 * @param groupsClaim the claim of the ID token with the names of the user's groups
 * @param name the words on the button
 * @param acr one of these must be the {@code acr} of the ID token; empty if any is accepted
 * @param amr each of these must be in the {@code amr} of the ID token
 * @param root a PEM file of the authority that signed the provider's certificate; empty for the roots that Java knows
 */
public record ProviderSettings(
        String issuer,
        String clientId,
        Optional<String> clientSecret,
        String scope,
        String groupsClaim,
        GroupRights groups,
        String name,
        Set<String> acr,
        Set<String> amr,
        Optional<String> root) {

    public static final String PREFIX = "muster.oidc.";

    public static final String ISSUER = PREFIX + "issuer";

    public static final String CLIENT_SECRET = PREFIX + "client-secret";

    /** All settings but the secret. */
    public static final List<String> OPEN = List.of(
            ISSUER,
            PREFIX + "client-id",
            PREFIX + "scopes",
            PREFIX + "groups-claim",
            PREFIX + "groups",
            PREFIX + "name",
            PREFIX + "acr",
            PREFIX + "amr",
            PREFIX + "root");

    private static final int MAX_NAME = 40;

    /**
     * Reads the settings.
     *
     * @param source a setting by its name; empty if it is not set
     * @return empty if nothing is set: there is no single sign-on
     * @throws IllegalArgumentException if something is missing or cannot be read; its message names the setting
     */
    public static Optional<ProviderSettings> from(Function<String, Optional<String>> source) {
        boolean isSet = OPEN.stream().anyMatch(name -> source.apply(name).isPresent());
        return isSet ? Optional.of(read(source)) : Optional.empty();
    }

    private static ProviderSettings read(Function<String, Optional<String>> source) {
        return new ProviderSettings(
                address(ISSUER, needed(source, "issuer")),
                needed(source, "client-id"),
                source.apply(CLIENT_SECRET),
                scope(source.apply(PREFIX + "scopes").orElse("openid profile")),
                source.apply(PREFIX + "groups-claim").orElse("groups"),
                groups(needed(source, "groups")),
                name(source.apply(PREFIX + "name").orElse("single sign-on")),
                words(source.apply(PREFIX + "acr").orElse("")),
                words(source.apply(PREFIX + "amr").orElse("")),
                source.apply(PREFIX + "root"));
    }

    private static String needed(Function<String, Optional<String>> source, String name) {
        return source.apply(PREFIX + name)
                .orElseThrow(() -> new IllegalArgumentException(
                        PREFIX + name + " is missing: single sign-on needs " + ISSUER + ", client-id and groups."));
    }

    private static GroupRights groups(String text) {
        try {
            return GroupRights.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PREFIX + "groups cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static String name(String text) {
        if (text.length() > MAX_NAME || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(PREFIX + "name must have at most " + MAX_NAME + " characters.");
        }
        return text;
    }

    private static String scope(String text) {
        Set<String> words = words(text);
        if (!words.contains("openid")) {
            throw new IllegalArgumentException(PREFIX + "scopes must contain openid.");
        }
        return String.join(" ", words);
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
    }

    /**
     * An address that may be called: https, or http on this machine.
     *
     * @param what names the address in the message
     * @throws IllegalArgumentException if it is another address
     */
    public static String address(String what, String text) {
        try {
            URI uri = URI.create(text);
            String host = uri.getHost();
            boolean isSafe = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isLoopback(host);
            if (host != null && isSafe && uri.getUserInfo() == null && uri.getFragment() == null) {
                return text;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw unsafe(what, notAnAddress);
        }
        throw unsafe(what, null);
    }

    /** A literal or {@code localhost}: no other name is looked up, because somebody else may answer. */
    private static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equals("localhost")
                        || host.equals("[::1]")
                        || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}"));
    }

    private static IllegalArgumentException unsafe(String what, @Nullable Exception cause) {
        return new IllegalArgumentException(
                what + " must be an address with https, or with http on this machine (127.0.0.1, localhost).", cause);
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + ", " + clientId + "]";
    }
}
