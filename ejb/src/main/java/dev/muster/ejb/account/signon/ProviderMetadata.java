package dev.muster.ejb.account.signon;

import dev.muster.domain.account.signon.ProviderSettings;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0 section 3).
 *
 * @param basic whether the client sends its secret by HTTP Basic and not in the form
 * @param namesItself whether the provider says in its answer who it is (RFC 9207)
 */
record ProviderMetadata(
        String authorizationEndpoint, String tokenEndpoint, String keysAddress, boolean basic, boolean namesItself) {

    /** @throws IllegalArgumentException if it is that of another issuer, or names no safe addresses */
    static ProviderMetadata of(JsonObject document, String issuer) {
        if (!issuer.equals(document.getString("issuer", ""))) {
            throw new IllegalArgumentException("the metadata is that of another issuer");
        }
        return new ProviderMetadata(
                address(document, "authorization_endpoint"),
                address(document, "token_endpoint"),
                address(document, "jwks_uri"),
                isBasic(document),
                document.getBoolean("authorization_response_iss_parameter_supported", false));
    }

    private static String address(JsonObject document, String member) {
        return ProviderSettings.address(member, document.getString(member, ""));
    }

    /** The default, if the provider says nothing of it. */
    private static boolean isBasic(JsonObject document) {
        JsonValue methods = document.get("token_endpoint_auth_methods_supported");
        return !(methods instanceof JsonArray array)
                || array.stream()
                        .anyMatch(method -> method instanceof JsonString text
                                && text.getString().equals("client_secret_basic"));
    }
}
