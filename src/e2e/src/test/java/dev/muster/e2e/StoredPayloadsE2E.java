package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Several hundred texts that would be code somewhere, in every field that users and devices fill, on every page: none runs, none
 * becomes markup, and the content security policy has nothing to block. A server of its own, because its lists are full of them.
 */
class StoredPayloadsE2E {

    /** What a text that runs would do, and what the browser would report. */
    private static final String WATCH = """
            window.ran = [];
            window.hacked = () => window.ran.push('hacked');
            ['alert', 'confirm', 'prompt', 'print', 'open'].forEach(name => window[name] = text => { window.ran.push(name + text); });
            document.addEventListener('securitypolicyviolation',
                event => window.ran.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));
            """;

    /** Elements that no page of ours has, but the texts would make. */
    private static final String MARKUP =
            "img[src=x], svg[onload], iframe, base, a[href^='javascript:'], a[href^='data:'],"
                    + " [onerror], [onfocus], [onmouseover], body style, meta[http-equiv], body p[style*='url']";

    private static final Map<String, List<String>> PAGES = Map.of(
            "olivia",
            List.of(
                    "/index.xhtml",
                    "/organization/imports.xhtml",
                    "/organization/devices.xhtml",
                    "/organization/expected.xhtml",
                    "/organization/models.xhtml",
                    "/organization/attempts.xhtml",
                    "/organization/approvals.xhtml",
                    "/organization/notices.xhtml",
                    "/organization/settings.xhtml",
                    "/account/tokens.xhtml",
                    "/account/profile.xhtml",
                    "/account/password.xhtml"),
            "marco",
            List.of(
                    "/manufacturer/overview.xhtml",
                    "/manufacturer/certificates.xhtml",
                    "/manufacturer/attempts.xhtml",
                    "/manufacturer/identifiers.xhtml",
                    "/manufacturer/profile.xhtml",
                    "/account/tokens.xhtml"),
            "admin",
            List.of(
                    "/administration/overview.xhtml",
                    "/administration/organizations.xhtml",
                    "/administration/manufacturers.xhtml",
                    "/administration/users.xhtml",
                    "/operation/health.xhtml",
                    "/account/profile.xhtml"));

    /** Pages of one object, which the lists lead to. */
    private static final Pattern DETAIL =
            Pattern.compile("/(organization/(import|device|model)|manufacturer/certificate"
                    + "|administration/(organization|manufacturer|user))\\.xhtml\\?.*");

    /** Of each kind. */
    private static final int DETAILS = 3;

    private static MusterServer server;

    private final List<String> faults = new ArrayList<>();

    private int shown;

    @BeforeAll
    static void start() {
        Chromium.require();
        server = MusterServer.start(
                Login.demonstration("admin"),
                Path.of(System.getProperty("muster.e2e.directory"), "server-" + UUID.randomUUID()),
                Map.of("muster.demo", "true"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void nothingThatIsStoredRuns() throws Exception {
        int stored = new StoredPayloads(server).store();
        assertThat(stored).isGreaterThan(700);
        for (String user : PAGES.keySet()) {
            // the profile shows the browser of a session
            try (Portal portal = Portal.open(server, StoredPayloads.ALL.get(4) + StoredPayloads.ALL.get(5))) {
                portal.page().addInitScript(WATCH);
                portal.logIn(user, Login.DEMONSTRATION_PASSWORD);
                portal.page().waitForURL(url -> !url.contains("/login.xhtml"));
                visit(portal, user);
            }
        }
        System.out.printf("%d payloads stored, %d times seen as text%n", stored, shown);
        assertThat(faults).isEmpty();
        assertThat(shown).isGreaterThan(300);
    }

    private void visit(Portal portal, String user) {
        Set<String> details = new LinkedHashSet<>();
        for (String path : PAGES.get(user)) {
            portal.go(path);
            details.addAll(look(portal));
            portal.go(path + "?search=" + URLEncoder.encode(StoredPayloads.ALL.get(5), StandardCharsets.UTF_8));
            look(portal);
        }
        for (String detail : details) {
            portal.go(detail);
            look(portal);
        }
    }

    /** Looks at the page and at all pages of its table. Returns some of the pages of objects that it links to. */
    private Set<String> look(Portal portal) {
        Page page = portal.page();
        Set<String> details = new LinkedHashSet<>(inspect(portal));
        Locator next = page.locator(".ui-paginator-next:not(.ui-state-disabled)");
        for (int i = 0; i < 4 && next.count() > 0 && next.first().isVisible(); i++) {
            next.first().click();
            details.addAll(inspect(portal));
        }
        return details;
    }

    private Set<String> inspect(Portal portal) {
        Page page = portal.page();
        page.waitForLoadState();
        portal.awaitAjax();
        hover(page);
        page.evaluate("text => { if (window.Muster) { Muster.tell('error', text); } }", StoredPayloads.ALL.get(4));
        Object ran = page.evaluate("() => window.ran");
        int markup = page.locator(MARKUP).count();
        String text = (String) page.evaluate("() => document.body.innerText"
                + " + [...document.querySelectorAll('input, textarea')].map(field => field.value).join('\\n')");
        if (!List.of().equals(ran) || markup > 0 || text.contains("el-49")) {
            faults.add(page.url() + ": " + ran + ", " + markup + " elements " + first(page, markup));
        }
        shown += (int) StoredPayloads.ALL.stream().filter(text::contains).count();
        return details(page);
    }

    private static String first(Page page, int markup) {
        return markup == 0 ? "" : String.valueOf(page.locator(MARKUP).first().evaluate("element => element.outerHTML"));
    }

    /** Tips and validations appear with the focus; a message of a page repeats a text. */
    private static void hover(Page page) {
        Locator fields = page.locator("main input:visible, main textarea:visible");
        for (int i = 0; i < Math.min(3, fields.count()); i++) {
            fields.nth(i).focus();
        }
    }

    @SuppressWarnings("unchecked") // a list of texts
    private static Set<String> details(Page page) {
        List<String> links = (List<String>)
                page.evaluate("() => [...document.querySelectorAll('main a[href]')].map(a => a.pathname + a.search)");
        Set<String> details = new LinkedHashSet<>();
        for (String link : links) {
            if (DETAIL.matcher(link).matches() && details.size() < DETAILS) {
                details.add(link);
            }
        }
        return details;
    }
}
