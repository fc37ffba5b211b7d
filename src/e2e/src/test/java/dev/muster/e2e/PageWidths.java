package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** A page on a large screen, on a tablet and on a telephone. */
final class PageWidths {

    private static final int[] WIDTHS = {1440, 1024, 390};

    /**
     * What the window or a box around it cuts off at the sides, other than in a box that scrolls, in a text that ends with dots, or for
     * screen readers only.
     */
    private static final String CUT = """
            () => {
              const beyond = (box, around) => box.left < around.left - 1 || box.right > around.right + 1;
              const isMeant = style => ["auto", "scroll"].includes(style.overflowX) || style.textOverflow === "ellipsis" || style.clipPath !== "none";
              const isCut = (box, element) => {
                const style = element && getComputedStyle(element);
                return element
                  ? !isMeant(style) && (["hidden", "clip"].includes(style.overflowX) && beyond(box, element.getBoundingClientRect())
                    || isCut(box, element.parentElement))
                  : beyond(box, {left: 0, right: window.innerWidth});
              };
              return Array.from(document.querySelectorAll("main :is(button, input, select, textarea, a, label, td, dd, .tag, .time, h1, h2, p)"))
                .filter(element => element.checkVisibility({visibilityProperty: true}) && element.offsetWidth > 1)
                .filter(element => isCut(element.getBoundingClientRect(), element))
                .slice(0, 3).map(element => element.outerHTML.substring(0, 120)).join(" | ");
            }""";

    private PageWidths() {}

    /** Nothing is wider than the window, and axe-core finds nothing serious. */
    static void assertEach(Portal portal, String picture) {
        for (int width : WIDTHS) {
            portal.page().setViewportSize(width, 900);
            assertThat(overflow(portal.page())).as(picture + " at " + width).isLessThanOrEqualTo(0);
            assertThat(portal.seriousViolations()).as(picture + " at " + width).isEmpty();
            portal.picture(picture + "-" + width);
        }
        portal.wide();
    }

    /** What a user cannot see or press, because it is beyond the side of the window; empty if nothing is. */
    static String cut(Page page) {
        return String.valueOf(page.evaluate(CUT));
    }

    /** How many pixels the page is wider than the window. */
    static int overflow(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }
}
