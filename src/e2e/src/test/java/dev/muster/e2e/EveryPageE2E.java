package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page of the portal at three widths, light and dark, with its dialogs: none is wider than the window, and axe-core finds nothing.
 * A page that is not in these lists fails the test.
 */
class EveryPageE2E {

    @BeforeAll
    static void everythingHasSomethingToShow() throws IOException {
        Chromium.require();
        PortalPages.fill();
    }

    @Test
    void thePagesOfAnOrganization() throws IOException {
        walk("olivia", PortalPages.OF_ORGANIZATIONS, PortalPages.OF_EVERYBODY);
    }

    @Test
    void thePagesOfAManufacturer() throws IOException {
        walk("marco", PortalPages.OF_MANUFACTURERS);
    }

    @Test
    void thePagesOfAnAdministrator() throws IOException {
        walk("admin", PortalPages.OF_ADMINISTRATORS);
    }

    @Test
    void thePagesBeforeTheLogin() throws IOException {
        try (Portal portal = Portal.open()) {
            PageWalk walk = new PageWalk(portal).to("not-found", "/errors/404.html");
            PortalPages.through(walk, PortalPages.BEFORE_THE_LOGIN);
            assertThat(walk.faults()).isEmpty();
        }
    }

    @Test
    void noPageIsForgotten() throws IOException {
        Path webapp = Path.of(System.getProperty("muster.home"), "web/src/main/webapp");
        try (Stream<Path> files = Files.walk(webapp)) {
            assertThat(files.map(file ->
                                    "/" + webapp.relativize(file).toString().replace('\\', '/'))
                            .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF"))
                            .map(page -> page.replace(".xhtml", "")))
                    .containsExactlyInAnyOrderElementsOf(PortalPages.all());
        }
    }

    private static void walk(String username, String[]... pages) throws IOException {
        try (Portal portal = Portal.of(username)) {
            PageWalk walk = new PageWalk(portal);
            for (String[] some : pages) {
                PortalPages.through(walk, some);
            }
            assertThat(walk.faults()).isEmpty();
        }
    }
}
