package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.AuthenticatorApp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The second factor of a user, set up as the page does it.
 *
 * @param recoveryCodes as they were shown
 */
record SecondFactor(AuthenticatorApp app, List<String> recoveryCodes) {

    private static final String PAGE = "/account/factors.xhtml";

    /** @param portal somebody who is logged in */
    static SecondFactor setUp(PortalClient portal, String password) {
        Map<String, String> state =
                PortalClient.state(portal.get(PAGE).expect(200).body());
        Map<String, String> begin = form("begin-form", "begin", "factor", state);
        begin.put("begin-password", password);
        String shown = portal.background(PAGE, begin).expect(200).body();
        AuthenticatorApp app = new AuthenticatorApp(PortalClient.find("data-testid=\"seed\">([A-Z2-7 ]+)<", shown));
        Map<String, String> confirm = form("confirm-form", "confirm", "factor issued-body", state);
        confirm.put("confirm-code", app.next());
        return new SecondFactor(app, codes(portal.background(PAGE, confirm)));
    }

    /** The recovery codes that an answer shows. */
    static List<String> codes(Answer answer) {
        return List.of(PortalClient.find("<textarea id=\"issued-codes\"[^>]*>([^<]+)</textarea>", answer.body())
                .split("\n"));
    }

    /** Fills a form of the page of factors. */
    static Answer send(PortalClient portal, String what, String password, String code) {
        Map<String, String> state =
                PortalClient.state(portal.get(PAGE).expect(200).body());
        Map<String, String> form = form(what + "-form", what + "-confirm", "factor issued-body", state);
        form.put(what + "-password", password);
        form.put(what + "-code", code);
        return portal.background(PAGE, form).expect(200);
    }

    private static Map<String, String> form(String name, String button, String updated, Map<String, String> state) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put(name, name);
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", button);
        form.put("jakarta.faces.partial.execute", "@all");
        form.put("jakarta.faces.partial.render", updated);
        form.put(button, button);
        form.putAll(state);
        return form;
    }

    /** The second step of a login. */
    static Answer finish(PortalClient portal, String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("code-form", "code-form");
        form.put("code", code);
        form.put("finish", "");
        form.put("jakarta.faces.ViewState", "stateless");
        return portal.post("/login-code.xhtml", form);
    }

    /** A token by name, password and code. */
    static Answer newToken(ApiClient basic, String code) {
        return basic.send(basic.request("/api/v1/tokens")
                .header("Content-Type", ApiClient.JSON)
                .header("X-Muster-Code", code)
                .POST(BodyPublishers.ofString("{\"name\":\"by code\",\"expiresInDays\":1}")));
    }
}
