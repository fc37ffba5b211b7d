package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opens pages, each once, and looks at each on a large screen and on a telephone, light and dark, with all its dialogs.
 * Notes what is wider than the window and what axe-core finds.
 */
final class PageWalk {

    /** {@code -Pendurance}: every width in both schemes. A usual run looks at the widest in light and at the narrowest in dark colors. */
    private static final boolean IS_WHOLE = Boolean.getBoolean("muster.e2e.walk-whole");

    private static final int PHONE = 390;

    private static final int[] WIDTHS = {1440, 1024, PHONE};

    private static final int HEIGHT = 900;

    /** What depends on the colors; everything else is the same in both schemes. */
    private static final List<String> OF_COLORS = List.of("color-contrast");

    private static final List<String> EVERYTHING = List.of();

    private static final String PAGE = "html";

    private static final String DIALOGS = "() => Object.values(PrimeFaces.widgets)"
            + ".filter(widget => widget instanceof PrimeFaces.widget.Dialog).map(widget => widget.id)";

    /** Which elements reach beyond the window, for the message of the test. */
    private static final String WIDE = "() => Array.from(document.querySelectorAll('body *'))"
            + ".filter(element => element.getBoundingClientRect().right > window.innerWidth + 1"
            + " || element.getBoundingClientRect().left < -1).slice(0, 3)"
            + ".map(element => element.outerHTML.substring(0, 120)).join(' | ')";

    private final Portal portal;
    private final String language;
    private final List<String> faults = new ArrayList<>();

    /** Dialogs that every page has are looked at only once. */
    private final Set<String> seen = new TreeSet<>();

    PageWalk(Portal portal) {
        this(portal, "en");
    }

    /** @param language that the pages have to speak. A usual run looks at others than English on a telephone only, without axe-core and dialogs */
    PageWalk(Portal portal, String language) {
        this.portal = portal;
        this.language = language;
    }

    /** @param name of the pictures */
    PageWalk to(String name, String path) {
        Response answer = page().navigate(DemoServer.running().url() + path);
        if (answer.status() != 200) {
            faults.add(path + " was answered " + answer.status());
        }
        checkLanguage(path);
        for (int width : WIDTHS) {
            page().setViewportSize(width, HEIGHT);
            if (IS_WHOLE || width == 1440 && isEnglish()) {
                look(name + "-" + width, ColorScheme.LIGHT, PAGE, EVERYTHING);
            }
            if (IS_WHOLE || width == PHONE) {
                look(name + "-" + width, ColorScheme.DARK, PAGE, OF_COLORS);
            }
        }
        if (IS_WHOLE || isEnglish()) {
            openDialogs(name);
        }
        return this;
    }

    private boolean isEnglish() {
        return language.equals("en");
    }

    /** Faces writes three question marks around the key of a text that it does not find. */
    private void checkLanguage(String path) {
        Object spoken = page().evaluate("() => document.documentElement.lang");
        if (!language.equals(spoken)) {
            faults.add(path + " speaks " + spoken);
        }
        if (String.valueOf(page().evaluate("() => document.body.innerText")).contains("???")) {
            faults.add(path + " lacks a text");
        }
    }

    /** What is wrong, in words; empty if nothing is. */
    List<String> faults() {
        return faults;
    }

    /** @param part of the page, which axe-core looks at */
    private void look(String name, ColorScheme scheme, String part, List<String> rules) {
        page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        String view = name + "-" + scheme.name().toLowerCase(Locale.ROOT);
        int overflow = PageWidths.overflow(page());
        if (overflow > 0) {
            faults.add(view + " is " + overflow + " px too wide: " + page().evaluate(WIDE));
        }
        String cut = PageWidths.cut(page());
        if (!cut.isEmpty()) {
            faults.add(view + " is cut off: " + cut);
        }
        if (IS_WHOLE || isEnglish()) {
            portal.violationsIn(part, rules).forEach(violation -> faults.add(view + ": " + violation));
        }
        portal.wholePicture("walk/" + language + "/" + view);
    }

    private void openDialogs(String name) {
        portal.wide();
        for (Object id : (List<?>) page().evaluate("() => window.PrimeFaces ? (" + DIALOGS + ")() : []")) {
            String of = Set.of("finder", "shortcuts", "other-user").contains(String.valueOf(id))
                    ? String.valueOf(id)
                    : name + "-" + id;
            if (seen.add(of)) {
                openDialog(of, String.valueOf(id));
            }
        }
    }

    private void openDialog(String name, String id) {
        String dialog = "[id='" + id + "']";
        show(id, dialog);
        look(name, ColorScheme.LIGHT, dialog, EVERYTHING);
        if (IS_WHOLE) {
            look(name, ColorScheme.DARK, dialog, OF_COLORS);
        }
        hide(id);
        portal.narrow();
        show(id, dialog);
        BoundingBox box = page().locator(dialog).boundingBox();
        if (box.x < 0 || box.x + box.width > page().viewportSize().width || box.y < 0) {
            faults.add(name + " does not fit on a telephone: " + box.width + " px from " + box.x + ", " + box.y);
        }
        hide(id);
        portal.wide();
    }

    private void show(String id, String dialog) {
        page().evaluate("id => PrimeFaces.getWidgetById(id).show()", id);
        page().locator(dialog).waitFor();
    }

    private void hide(String id) {
        page().evaluate("id => PrimeFaces.getWidgetById(id).hide()", id);
        page().locator("[id='" + id + "']").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private Page page() {
        return portal.page();
    }
}
