package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The portal as a program meets it that reads every byte of its answers: no browser, one session. */
record PortalClient(HttpClient http, String base) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Somebody who is about to log in. */
    static PortalClient at(MusterServer server) {
        return at(server, "127.0.0.1");
    }

    /** Somebody at another address of this machine. */
    static PortalClient at(MusterServer server, String address) {
        HttpClient http = HttpClient.newBuilder()
                .localAddress(MusterServer.address(address))
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .sslContext(Trust.in(server.root()))
                .build();
        return new PortalClient(http, server.url());
    }

    PortalClient logIn(String username, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("login", "login");
        form.put("username", username);
        form.put("password", password);
        form.put("log-in", "");
        form.putAll(state(get("/login.xhtml").body()));
        post("/login.xhtml", form).expect(302);
        return this;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, String> form) {
        return send(request(path).header("Content-Type", FORM).POST(formBody(form)));
    }

    /** @param form names and values, in their order */
    static BodyPublisher formBody(Map<String, String> form) {
        return BodyPublishers.ofString(encode(form));
    }

    /** As a page's script posts a form in the background, with these fields and no others. */
    Answer background(String path, Map<String, String> form, String... headers) {
        HttpRequest.Builder request = request(path);
        return send((headers.length == 0 ? request : request.headers(headers))
                .header("Content-Type", FORM)
                .header("Faces-Request", "partial/ajax")
                .POST(BodyPublishers.ofString(encode(form))));
    }

    /** As a page's component asks in the background, with the fields of its form. */
    Answer ask(String path, String component, String updated, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", component);
        form.put("jakarta.faces.partial.execute", "@all");
        form.put("jakarta.faces.partial.render", updated);
        form.put(component, component);
        form.putAll(state(get(path).expect(200).body()));
        return background(path, form);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The first group of the pattern, which must be there. */
    static String find(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + page);
        }
        return matcher.group(1);
    }

    /** What a page's forms send along: its view, and the nonce that its scripts have. */
    static Map<String, String> state(String page) {
        return Map.of(
                "jakarta.faces.ViewState",
                find("name=\"jakarta.faces.ViewState\"[^>]*? value=\"([^\"]+)\"", page),
                "primefaces.nonce",
                find("csp\\.init\\('([^']+)'", page));
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
