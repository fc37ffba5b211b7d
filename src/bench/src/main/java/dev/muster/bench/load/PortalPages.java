package dev.muster.bench.load;

import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The portal as a browser asks for its pages, without what the pages load afterwards. */
public final class PortalPages {

    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*? value=\"([^\"]+)\"");

    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']+)'");

    private final HttpClient http;
    private final String base;

    private PortalPages(MusterServer server) {
        this.base = server.url();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .sslContext(Trust.in(server.root()))
                .build();
    }

    /** A user of the demonstration who has logged in. */
    public static PortalPages of(MusterServer server, String username) throws IOException, InterruptedException {
        PortalPages portal = new PortalPages(server);
        String page = portal.get("/login.xhtml");
        Map<String, String> form = Map.of(
                "login",
                "login",
                "username",
                username,
                "password",
                Login.DEMONSTRATION_PASSWORD,
                "log-in",
                "",
                "jakarta.faces.ViewState",
                find(STATE, page),
                "primefaces.nonce",
                find(NONCE, page));
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = portal.http.send(
                HttpRequest.newBuilder(URI.create(portal.base + "/login.xhtml"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        require(answer, 302);
        return portal;
    }

    /** A whole page. */
    public String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(base + path)).GET().build(), BodyHandlers.ofString());
        require(answer, 200);
        return answer.body();
    }

    private static void require(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answers " + answer.statusCode() + " instead of " + status);
        }
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("The page has no " + pattern);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
