package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** A page on a large screen, on a tablet and on a telephone. */
final class PageWidths {

    private static final int[] WIDTHS = {1440, 1024, 390};

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

    /** How many pixels the page is wider than the window. */
    static int overflow(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }
}
