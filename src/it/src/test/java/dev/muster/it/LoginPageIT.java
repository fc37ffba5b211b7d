package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before the login the server keeps nothing of a visitor, and the login form takes nothing that another site sends. */
class LoginPageIT {

    private static final String FAILED = "User name or password is wrong";

    private final MusterServer server = Database.POSTGRESQL.server();

    private final PortalClient nobody = PortalClient.at(server, "127.0.0.22");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login.xhtml",
                "/login.xhtml?next=%2Forganization%2Fdevices.xhtml",
                "/login.xhtml;jsessionid=0",
                "/login-code.xhtml",
                "/index.xhtml",
                "/organization/imports.xhtml",
                "/administration/users.xhtml",
                "/account/password.xhtml",
                "/nothing",
                "/nothing.xhtml",
                "/errors/404.html",
                "/imports/upload",
                "/imports/preview",
                "/passkeys/add",
                "/jakarta.faces.resource/muster.css.xhtml?ln=muster",
                "/jakarta.faces.resource/nothing.xhtml",
                "/resources/muster/logo.svg",
                "/health",
                "/openapi",
                "/api/v1/nothing"
            })
    void nobodyGetsASession(String address) {
        assertThat(nobody.get(address).header("Set-Cookie")).isEmpty();
        assertThat(nobody.post(address, Map.of("a", "b")).header("Set-Cookie")).isEmpty();
        assertThat(nobody.post(address, Map.of("jakarta.faces.ViewState", "stateless"))
                        .header("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no nonce", "bm90IGEgdXVpZA=="})
    void aWrongPasswordIsSaidAlsoIfTheScriptOfThePageHasNotRun(String nonce) {
        Map<String, String> form = form("some\"body", "wrong");
        if (!nonce.isEmpty()) {
            form.put("primefaces.nonce", nonce);
        }
        Answer answer = nobody.post("/login.xhtml", form).expect(200);
        assertThat(answer.body()).contains(FAILED, "value=\"some&quot;body\"").doesNotContain(">wrong<", "\"wrong\"");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:2", "x", "-9223372036854775808:1", ""})
    void aFormWithAnotherViewStateIsShownAgain(String state) {
        Map<String, String> form = form("somebody", "wrong");
        form.put("jakarta.faces.ViewState", state);
        Answer answer = nobody.post("/login.xhtml", form);
        assertThat(answer.status()).isIn(200, 302);
        assertThat(answer.header("Location").orElse("/login.xhtml")).endsWith("/login.xhtml");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void theSessionBeginsWithTheLoginAndLeadsToWhereTheUserWanted() {
        Map<String, String> form = form(System.getenv("MUSTER_ADMIN_USERNAME"), System.getenv("MUSTER_ADMIN_PASSWORD"));
        form.put("next", "/administration/users.xhtml?x=1");
        Answer answer = nobody.post("/login.xhtml", form).expect(302);
        assertThat(answer.header("Location").orElse("")).endsWith("/administration/users.xhtml?x=1");
        String first = session(answer);
        assertThat(nobody.get("/administration/users.xhtml").status()).isEqualTo(200);

        Answer again = nobody.post("/login.xhtml", form).expect(302);
        assertThat(session(again)).isNotEqualTo(first);
        assertThat(PortalClient.at(server)
                        .send(nobody.request("/administration/users.xhtml")
                                .header("Cookie", "__Host-muster-session=" + first)
                                .GET())
                        .status())
                .isEqualTo(302);
    }

    @Test
    void aSessionIdThatSomebodyElseChoseIsNotTaken() {
        Map<String, String> form = form(System.getenv("MUSTER_ADMIN_USERNAME"), System.getenv("MUSTER_ADMIN_PASSWORD"));
        PortalClient fresh = PortalClient.at(server);
        Answer answer = fresh.send(fresh.request("/login.xhtml")
                .header("Cookie", "__Host-muster-session=" + "0".repeat(40))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(PortalClient.formBody(form)));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(session(answer)).isNotEqualTo("0".repeat(40));
    }

    @Test
    void anotherSiteCannotSendTheForm() {
        Map<String, String> form = form(System.getenv("MUSTER_ADMIN_USERNAME"), System.getenv("MUSTER_ADMIN_PASSWORD"));
        for (List<String> field : List.of(
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "same-site"),
                List.of("Origin", "https://evil.example"),
                List.of("Origin", "null"))) {
            Answer answer = send(form, field);
            assertThat(answer.status()).as(field.toString()).isEqualTo(403);
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        PortalClient fresh = PortalClient.at(server);
        assertThat(fresh.send(fresh.request("/login.xhtml")
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Origin", "https://evil.example")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(PortalClient.formBody(form)))
                        .status())
                .isEqualTo(403);
        for (List<String> field : List.of(List.of("Sec-Fetch-Site", "same-origin"), List.of("Origin", server.url()))) {
            assertThat(send(form, field).status()).as(field.toString()).isEqualTo(302);
        }
    }

    private Answer send(Map<String, String> form, List<String> field) {
        PortalClient fresh = PortalClient.at(server);
        return fresh.send(fresh.request("/login.xhtml")
                .header(field.get(0), field.get(1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(PortalClient.formBody(form)));
    }

    private static String session(Answer answer) {
        return PortalClient.find(
                "__Host-muster-session=([0-9a-f]+);",
                answer.header("Set-Cookie").orElse(""));
    }

    private static Map<String, String> form(String username, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("login", "login");
        form.put("username", username);
        form.put("password", password);
        form.put("log-in", "");
        form.put("jakarta.faces.ViewState", "stateless");
        return form;
    }
}
