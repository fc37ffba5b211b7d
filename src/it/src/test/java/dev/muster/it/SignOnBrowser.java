package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.RealProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser whose user logs in at the OpenID provider: it keeps the cookies of both sites. */
record SignOnBrowser(PortalClient portal) {

    static SignOnBrowser at(MusterServer server) {
        return new SignOnBrowser(PortalClient.at(server));
    }

    /** Presses the button of the login page, and returns the address at the provider to which the page leads. */
    String begin(String next) {
        return begin(Map.of("next", next));
    }

    /** The same by the dialog that asks a user to log in again. */
    String beginAgain(String next) {
        return begin(Map.of("next", next, "again", "true"));
    }

    private String begin(Map<String, String> form) {
        String page = portal.post("/oidc/start", form).expect(200).body();
        return PortalClient.find("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"", page)
                .replace("&amp;", "&");
    }

    /** Logs in at the provider with its own page, and returns the address to which the provider leads back. */
    String logInThere(String address, String username) {
        Answer answer = get(address);
        if (location(answer).endsWith("/login")) {
            String login = location(answer).startsWith("http")
                    ? location(answer)
                    : URI.create(address).resolve(location(answer)).toString();
            Map<String, String> form = new LinkedHashMap<>();
            form.put("username", username);
            form.put("password", RealProvider.PASSWORD);
            form.put(
                    "_csrf",
                    PortalClient.find(
                            "name=\"_csrf\"[^>]* value=\"([^\"]+)\"",
                            get(login).expect(200).body()));
            Answer loggedIn = portal.send(HttpRequest.newBuilder(URI.create(login))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(PortalClient.formBody(form)));
            assertThat(location(loggedIn)).doesNotContain("error");
            answer = get(location(loggedIn));
        }
        assertThat(location(answer)).contains("/oidc/callback");
        return location(answer);
    }

    /** Comes back from the provider, and returns where the portal leads then. */
    String comeBack(String address) {
        return location(get(address).expect(303));
    }

    /** The whole login; returns where the portal leads then. */
    String logIn(String username) {
        return comeBack(logInThere(begin("/index.xhtml"), username));
    }

    /** What the login page says after a refusal. */
    String told(String refusal) {
        assertThat(refusal).startsWith("/login.xhtml?refusal=");
        return portal.get(refusal).expect(200).body();
    }

    boolean isLoggedIn() {
        return portal.get("/account/profile.xhtml").status() == 200;
    }

    Answer get(String address) {
        return portal.send(HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html")
                .GET());
    }

    static String location(Answer answer) {
        return answer.header("Location").orElse("");
    }
}
