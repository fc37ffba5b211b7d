package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
            "olivia", lists(PortalPages.OF_ORGANIZATIONS),
            "marco", lists(PortalPages.OF_MANUFACTURERS),
            "admin", lists(PortalPages.OF_ADMINISTRATORS));

    /** Pages of one object, which the lists and other such pages lead to. */
    private static final Pattern DETAIL =
            Pattern.compile("/(organization/(import|device|model|application|application-form)|manufacturer/certificate"
                    + "|administration/(organization|manufacturer|user))\\.xhtml\\?.*");

    /** Of each kind, for each user. */
    private static final int DETAILS = 6;

    private static MusterServer server;

    private final List<String> faults = new ArrayList<>();

    private final Set<String> visited = new TreeSet<>();

    private int shown;

    @BeforeAll
    static void start() {
        Chromium.require();
        server = MusterServer.start(
                Login.demonstration("admin"),
                Path.of(System.getProperty("muster.e2e.directory"), "server-" + UUID.randomUUID()),
                DemoServer.settings());
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
        assertThat(stored).isGreaterThan(800);
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
        assertThat(visited).containsAll(afterTheLogin());
    }

    /** {@code EveryPageE2E.noPageIsForgotten} holds these lists against the files. */
    private static List<String> afterTheLogin() {
        return Stream.of(
                        PortalPages.OF_EVERYBODY,
                        PortalPages.OF_ORGANIZATIONS,
                        PortalPages.OF_MANUFACTURERS,
                        PortalPages.OF_ADMINISTRATORS)
                .flatMap(Stream::of)
                .map(page -> page.replaceFirst("\\?.*", "") + ".xhtml")
                .toList();
    }

    /** The pages of everybody and these, without the pages of one object. */
    private static List<String> lists(String... pages) {
        return Stream.of(new String[] {"/index"}, PortalPages.OF_EVERYBODY, pages)
                .flatMap(Stream::of)
                .filter(page -> !page.contains("?"))
                .map(page -> page + ".xhtml")
                .toList();
    }

    private void visit(Portal portal, String user) {
        Details details = new Details();
        for (String path : PAGES.get(user)) {
            portal.go(path);
            details.add(look(portal));
            portal.go(path + "?search=" + URLEncoder.encode(StoredPayloads.ALL.get(5), StandardCharsets.UTF_8));
            look(portal);
        }
        for (Optional<String> detail = details.next(); detail.isPresent(); detail = details.next()) {
            portal.go(detail.get());
            details.add(look(portal));
        }
    }

    /** The pages of objects that are still to be visited: a few of each kind. */
    private static final class Details {

        private final Map<String, Integer> kinds = new HashMap<>();
        private final Set<String> known = new HashSet<>();
        private final Deque<String> waiting = new ArrayDeque<>();

        void add(Set<String> links) {
            for (String link : links) {
                String kind = link.replaceAll("id=[^&]*", "");
                if (known.add(link) && kinds.merge(kind, 1, Integer::sum) <= DETAILS) {
                    waiting.add(link);
                }
            }
        }

        Optional<String> next() {
            return Optional.ofNullable(waiting.poll());
        }
    }

    /** Looks at the page and at all pages of its table. Returns the pages of objects that it links to. */
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
        visited.add(page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", ""));
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
            if (DETAIL.matcher(link).matches()) {
                details.add(link);
            }
        }
        return details;
    }
}
