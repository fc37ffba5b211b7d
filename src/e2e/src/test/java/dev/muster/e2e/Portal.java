package dev.muster.e2e;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** One person's browser window: a session of its own. */
final class Portal implements AutoCloseable {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** A message that is half faded has half its contrast, which is nobody's fault: it is there wholly, or gone. */
    private static final String NO_FADING = "() => { if (window.jQuery) { jQuery.fx.off = true;"
            + " jQuery('.ui-growl-item-container').stop(true, true); } }";

    /** What is shown once must not be readable in a picture. */
    private static final String COVER = "filter => document.querySelectorAll("
            + "'[data-testid=issued-private-key], [data-testid=issued-access-token], [data-testid=issued-codes]')"
            + ".forEach(secret => secret.style.filter = filter)";

    /**
     * The styles of Chromium's own note about an answer that is no XML: the script of a page reads the answer of a server that has
     * failed, and shows nothing of it.
     */
    private static final Pattern OF_THE_BROWSER = Pattern.compile(
            "sha256-(ICa0DhwZQJsOd/Rn0N8H6FdQ71GfNL\\+op2zhAQ\\+Y4mM|ZD0chCyBaNHl\\+4UwQHJIHGoYhKwMeyCXGgJTKW5/67E)=");

    private static final int MAX_TABS = 400;

    /** The profile {@code pictures} sets it. */
    private static final boolean PICTURES = Boolean.getBoolean("muster.e2e.pictures");

    private final MusterServer server;
    private final BrowserContext context;
    private final Page page;

    /** What the browser says that it blocked: nothing of ours, and nothing that somebody stored. */
    private final List<String> blocked = new CopyOnWriteArrayList<>();

    private Portal(MusterServer server, BrowserContext context) {
        this.server = server;
        this.context = context;
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    && !OF_THE_BROWSER.matcher(message.text()).find()) {
                blocked.add(message.page().url() + ": " + message.text() + " at " + message.location());
            }
        });
        this.page = context.newPage();
    }

    /** A window that shows nothing yet. The platform's root is not the machine's, so its certificate is not asked. */
    static Portal open() throws IOException {
        return open(DemoServer.running());
    }

    /** A window that shows nothing yet of a server of the test's own. */
    static Portal open(MusterServer server) {
        return new Portal(server, Chromium.browser().newContext(options()));
    }

    /** A window on another server, with another name of the browser. */
    static Portal open(MusterServer server, String userAgent) {
        return new Portal(server, Chromium.browser().newContext(options().setUserAgent(userAgent)));
    }

    /** A window of somebody who has logged in, on a computer whose clock is in another zone than the server's. */
    static Portal inZone(String username, String zone) throws IOException {
        MusterServer server = DemoServer.running();
        Portal portal =
                new Portal(server, Chromium.browser().newContext(options().setTimezoneId(zone)));
        portal.enter(username);
        return portal;
    }

    /** A window that shows nothing yet, of a browser that asks for a language. */
    static Portal in(String language) throws IOException {
        MusterServer server = DemoServer.running();
        return new Portal(server, Chromium.browser().newContext(options().setLocale(language)));
    }

    /** A window of somebody who has logged in, in a language. */
    static Portal of(String username, String language) throws IOException {
        Portal portal = in(language);
        portal.enter(username);
        return portal;
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("en-US")
                .setIgnoreHTTPSErrors(true)
                .setAcceptDownloads(true)
                .setViewportSize(1280, 800);
    }

    /** A window of somebody who has logged in. */
    static Portal of(String username) throws IOException {
        Portal portal = open();
        portal.enter(username);
        return portal;
    }

    private void enter(String username) {
        logIn(username, "muster-demo-only");
        // the answer sends the browser on: who goes elsewhere meanwhile would be where it was sent
        page.waitForURL(url -> !url.contains("/login.xhtml"));
    }

    void logIn(String username, String password) {
        go("/login.xhtml");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        // a click does not wait for what it sets off, and who goes elsewhere before the answer is not logged in
        page.waitForResponse(answer -> "POST".equals(answer.request().method()), page.locator("#log-in")::click);
        page.waitForLoadState();
    }

    void go(String path) {
        page.navigate(server.url() + path);
    }

    Page page() {
        return page;
    }

    /** For whom one works, as the head of each page says. */
    Locator tenant() {
        return page.getByTestId("tenant");
    }

    MusterServer server() {
        return server;
    }

    /** Goes on by the Tab key until something has the focus, as who has no mouse does. */
    void tabTo(String selector) {
        for (int i = 0; i < MAX_TABS; i++) {
            page.waitForLoadState();
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not come to " + selector);
    }

    /** Waits until a dialog has taken the focus, which it does a moment after it is seen, whoever types meanwhile. */
    void awaitDialog(String id) {
        page.locator("#" + id + " :focus").waitFor();
    }

    /** Waits until what the page has asked for is there and drawn. */
    void awaitAjax() {
        page.waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
    }

    /** Sends no faster than this from now on, so that an upload can be watched. */
    void slowDown(int bytesPerSecond) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        context.newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    /** As wide as a small telephone from now on. */
    void narrow() {
        page.setViewportSize(400, 800);
    }

    /** As wide as at first. */
    void wide() {
        page.setViewportSize(1280, 800);
    }

    /** Another window of the same person, in the same session. */
    Portal another() {
        return new Portal(server, context);
    }

    /** Whether the server can be reached from now on. */
    void online(boolean isOnline) {
        context.setOffline(!isOnline);
    }

    /** Whether the browser would ask before it leaves the page. */
    boolean asksBeforeLeaving() {
        return Boolean.TRUE.equals(
                page.evaluate("() => { const leaving = new Event('beforeunload', {cancelable: true});"
                        + " window.dispatchEvent(leaving); return leaving.defaultPrevented; }"));
    }

    /** Logs out by the user's menu. */
    void logOut() {
        page.getByTestId("user-menu").locator("summary").click();
        page.locator("#log-out").click();
        page.waitForURL("**/login.xhtml");
    }

    /** Ends the session without a word to the page. */
    void endSession() {
        context.clearCookies();
    }

    /**
     * Photographs the page if the build asks for pictures, and otherwise only waits for what the page has asked for. Secrets are
     * covered, because pictures end up in documents.
     */
    void picture(String name) {
        photograph(name, false);
    }

    /** As {@link #picture}, but also of what is below the window. */
    void wholePicture(String name) {
        photograph(name, true);
    }

    private void photograph(String name, boolean isWhole) {
        awaitAjax();
        if (PICTURES) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Path file = Path.of(System.getProperty("muster.e2e.directory"), "pictures", name + ".png");
            page.evaluate(COVER, "blur(6px)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(file)
                    .setFullPage(isWhole)
                    .setAnimations(ScreenshotAnimations.DISABLED));
            page.evaluate(COVER, "");
        }
    }

    /** What axe-core finds serious or critical on the page as it is now: rule and the elements concerned. */
    List<String> seriousViolations() {
        return look(axe()).stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(Portal::describe)
                .toList();
    }

    /** All that axe-core finds. */
    List<String> violations() {
        return look(axe()).stream().map(Portal::describe).toList();
    }

    /**
     * All that axe-core finds in a part of the page.
     *
     * @param part a selector of CSS
     * @param rules the only rules to check; empty for all
     */
    List<String> violationsIn(String part, List<String> rules) {
        AxeBuilder axe = axe().include(part);
        return look(rules.isEmpty() ? axe : axe.withRules(rules)).stream()
                .map(Portal::describe)
                .toList();
    }

    /** It runs in the page itself: without legacy mode each look opens another page to put the results of frames together. */
    private AxeBuilder axe() {
        AxeRunOptions options = new AxeRunOptions();
        // without it axe-core also describes each element that is as it should be, and that takes longer than to look
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    private List<Rule> look(AxeBuilder axe) {
        awaitAjax();
        page.evaluate(NO_FADING);
        // a button that turns from one color into another has neither's contrast
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return axe.analyze().getViolations();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** So every browser test also shows that the content security policy blocks nothing. */
    @Override
    public void close() {
        context.close();
        if (!blocked.isEmpty()) {
            throw new AssertionError("The content security policy has blocked " + blocked);
        }
    }
}
