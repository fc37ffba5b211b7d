package dev.muster.ejb.account.signon;

import dev.muster.domain.account.signon.IdToken;
import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.account.signon.SignOnRefusal;
import dev.muster.domain.account.signon.SignOnRefusedException;
import dev.muster.domain.account.signon.SignOnSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The two requests of the code flow: the address to which the browser goes, and the exchange of the code for an ID token (OpenID
 * Connect Core 1.0 section 3.1, with PKCE of RFC 7636). The access token is dropped at once.
 */
@ApplicationScoped
class CodeExchange {

    private static final String CALLBACK = "/oidc/callback";

    @Inject
    private ProviderClient client;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    /** Where the browser logs in. */
    String address(ProviderSettings settings, ProviderMetadata provider, SignOnSeal.Begun login) {
        String endpoint = provider.authorizationEndpoint();
        return endpoint + (endpoint.contains("?") ? "&" : "?") + form(request(settings, login, callback()));
    }

    /** The parameters of the authentication request (OpenID Connect Core 1.0 section 3.1.2.1). */
    static Map<String, String> request(ProviderSettings settings, SignOnSeal.Begun login, String callback) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", settings.clientId());
        parameters.put("redirect_uri", callback);
        parameters.put("scope", settings.scope());
        parameters.put("state", login.state());
        parameters.put("nonce", login.nonce());
        parameters.put("code_challenge", login.challenge());
        parameters.put("code_challenge_method", "S256");
        if (!settings.acr().isEmpty()) {
            parameters.put("acr_values", String.join(" ", settings.acr()));
        }
        if (login.again()) {
            // providers that do not know one of the two know the other; max_age makes them send auth_time
            parameters.put("prompt", "login");
            parameters.put("max_age", "0");
        }
        return parameters;
    }

    /** @throws SignOnRefusedException if the provider refuses the code, or cannot be reached */
    IdToken redeem(ProviderSettings settings, ProviderMetadata provider, SignOnSeal.Begun login, String code)
            throws SignOnRefusedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", callback());
        parameters.put("code_verifier", login.verifier());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(provider.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (settings.clientSecret().isPresent() && provider.basic()) {
            request.header(
                    "Authorization", basic(settings, settings.clientSecret().get()));
        } else {
            parameters.put("client_id", settings.clientId());
            settings.clientSecret().ifPresent(secret -> parameters.put("client_secret", secret));
        }
        ProviderAnswer answer = client.send(request.POST(BodyPublishers.ofString(form(parameters))));
        if (!answer.isOk()) {
            throw new SignOnRefusedException(
                    answer.isRefusal() ? SignOnRefusal.INVALID : SignOnRefusal.UNREACHABLE,
                    "the provider refused the code with the status " + answer.status());
        }
        return IdToken.parse(Provider.idToken(answer.body()));
    }

    /** RFC 6749 section 2.3.1: both parts are encoded as in a form. */
    private static String basic(ProviderSettings settings, String secret) {
        String both = encoded(settings.clientId()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    private String callback() {
        return publicUrl.replaceAll("/+$", "") + CALLBACK;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
