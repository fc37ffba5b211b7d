package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opens each dialog of a page and works it by the keyboard: the focus is inside, stays there and comes back; Enter presses
 * the main action, once and nothing else; Escape closes all but those that show something only once. What the main actions
 * do is not done here: they are stopped when they are pressed.
 */
final class DialogWalk {

    private static final String DIALOGS = "() => Object.values(PrimeFaces.widgets)"
            + ".filter(widget => widget instanceof PrimeFaces.widget.Dialog).map(widget => widget.id)";

    private static final String IS_INSIDE = "id => document.getElementById(id).contains(document.activeElement)";

    /** Counts what would be pressed and sent, and lets none of it through. */
    private static final String SPY = "() => { window.pressed = []; window.sent = 0;"
            + " window.addEventListener('click', event => { if (event.target.closest('.ui-dialog button, .ui-dialog a')) {"
            + "   window.pressed.push(event.target === Muster.mainAction(event.target.closest('.ui-dialog')) || event.target.outerHTML); event.preventDefault(); event.stopImmediatePropagation(); } }, true);"
            + " window.addEventListener('submit', event => { window.sent++; event.preventDefault(); event.stopImmediatePropagation(); }, true); }";

    /** Puts the focus where Enter is pressed: into a field, or else where it would be without one. */
    private static final String AIM = "id => { const dialog = document.getElementById(id);"
            + " const main = Muster.mainAction(dialog); window.pressed = []; window.sent = 0;"
            + " const field = dialog.querySelector('input:not([type=hidden],[type=file],[disabled])');"
            + " const isReady = Boolean(main && !main.disabled);"
            + " (field && field.getClientRects().length ? field : isReady ? main : dialog).focus(); return isReady; }";

    /** PrimeFaces moves the focus by a timer of 50 ms. On a busy machine keys are read before timers; a later timer is not. */
    private static final String AFTER_FOCUS = "() => new Promise(done => setTimeout(done, 60))";

    private static final int MOST_CONTROLS = 60;

    /** Every page has these, and once is enough. */
    private static final Set<String> OF_EVERY_PAGE = Set.of("other-user", "finder", "shortcuts");

    private final Portal portal;
    private final Set<String> closing = new TreeSet<>();
    private final Set<String> staying = new TreeSet<>();

    DialogWalk(Portal portal) {
        this.portal = portal;
    }

    /** Works all dialogs of these pages. */
    DialogWalk through(String... paths) {
        for (String path : paths) {
            portal.go(path);
            page().evaluate(SPY);
            for (String id : dialogs()) {
                if (!OF_EVERY_PAGE.contains(id) || !closing.contains(id)) {
                    work(id);
                }
            }
        }
        return this;
    }

    /** Ids of those that Escape closes. */
    Set<String> closing() {
        return closing;
    }

    /** Ids of those that stay. */
    Set<String> staying() {
        return staying;
    }

    private List<String> dialogs() {
        return ((List<?>) page().evaluate(DIALOGS))
                .stream().map(String::valueOf).toList();
    }

    private void work(String id) {
        Locator opener = page().locator("a.brand");
        Locator dialog = page().locator("[id='" + id + "']");
        opener.focus();
        page().evaluate("id => PrimeFaces.getWidgetById(id).show()", id);
        assertThat(dialog).isVisible();
        page().evaluate(AFTER_FOCUS);
        assertInside(id, "when it opens");
        tab(id);
        enter(id);
        page().keyboard().press("Escape");
        if (dialog.isVisible()) {
            staying.add(id);
            page().evaluate("id => PrimeFaces.getWidgetById(id).hide()", id);
        } else {
            closing.add(id);
        }
        assertThat(dialog).isHidden();
        assertThat(opener).isFocused();
    }

    private void tab(String id) {
        int controls = Math.min(
                MOST_CONTROLS,
                page().locator("[id='" + id + "'] :is(input, select, textarea, button, a, summary)")
                        .count());
        for (int i = 0; i <= controls; i++) {
            page().keyboard().press("Tab");
            assertInside(id, "after Tab");
        }
        for (int i = 0; i <= controls; i++) {
            page().keyboard().press("Shift+Tab");
            assertInside(id, "after Shift+Tab");
        }
    }

    /** A dialog that asks the server when it opens gets its main action anew with the answer. */
    private void enter(String id) {
        page().waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
        page().evaluate(AIM, id);
        page().evaluate(AFTER_FOCUS);
        Object isReady = page().evaluate(AIM, id);
        page().keyboard().press("Enter");
        Map<?, ?> done = (Map<?, ?>) page().evaluate("() => ({pressed: window.pressed, sent: window.sent})");
        List<?> pressed = (List<?>) done.get("pressed");
        assertThat(pressed)
                .as("pressed by Enter in " + id)
                .isEqualTo(Boolean.TRUE.equals(isReady) ? List.of(true) : List.of());
        assertThat(done.get("sent")).as("forms posted by Enter in " + id).isEqualTo(0);
    }

    private void assertInside(String id, String when) {
        assertThat(page().evaluate(IS_INSIDE, id))
                .as("focus in " + id + " of " + page().url() + " " + when)
                .isEqualTo(true);
    }

    private Page page() {
        return portal.page();
    }
}
