package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.launcher.verify.VerifyCommands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transparency log as an administrator, an organization and a manufacturer see it, and the files that they export. */
class LogE2E {

    @TempDir
    private Path directory;

    @BeforeAll
    static void somebodyDoesSomething() {
        Chromium.require();
        DemoApi.of("admin");
        DemoApi.of("olivia");
        DemoApi.of("marco");
    }

    @Test
    void anAdministratorFindsAnActAndItsProof() throws Exception {
        try (Portal admin = Portal.of("admin")) {
            Page page = admin.page();
            admin.go("/administration/users.xhtml");
            page.locator("nav.areas")
                    .getByText("Log", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(rows(page).first()).isVisible();
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("log");

            page.locator("#act").selectOption("login");
            page.locator("#find").click();
            assertThat(rows(page).first()).containsText("Logged in");
            page.getByTestId("details").first().click();
            admin.awaitDialog("leaf");
            assertThat(page.getByTestId("leaf-act")).hasText("Logged in");
            assertThat(page.locator("#leaf-content")).hasValue(Pattern.compile("\\{\"v\":1,\"time\":.*"));
            assertThat(page.getByTestId("leaf-proof")).containsText("=");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("log-detail");

            String user = page.getByTestId("leaf-by").textContent();
            page.getByTestId("same-by").click();
            assertThat(page.locator("#by")).hasValue(user);
            assertThat(rows(page).first()).isVisible();
        }
    }

    @Test
    void theExportsOfAnAdministratorAreVerified() throws Exception {
        try (Portal admin = Portal.of("admin")) {
            Page page = admin.page();
            admin.go("/operation/log.xhtml");
            assertThat(page.getByTestId("log-file")).hasText("Export");
            assertThat(verified(page)).startsWith("Verified: the file has every leaf of the log");

            page.locator("#act").selectOption("login");
            page.locator("#find").click();
            assertThat(page.getByTestId("log-file")).hasText("Export these");
            assertThat(verified(page)).startsWith("Verified: each of the ").contains("leaves in the file (all)");
        }
    }

    @Test
    void anOrganizationSeesAndExportsItsOwn() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/log.xhtml");
            assertThat(rows(page).first()).isVisible();
            assertThat(page.locator("#leaves th").filter(new Locator.FilterOptions().setHasText("Tenant")))
                    .hasCount(0);
            assertThat(olivia.seriousViolations()).isEmpty();
            assertThat(verified(page)).contains("leaves in the file (organization:" + DemoApi.organization() + ")");

            olivia.narrow();
            olivia.picture("log-narrow");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.wide();

            page.locator("#by").fill("olivia");
            page.locator("#find").click();
            assertThat(page.locator(".ui-growl-title, .ui-growl-message").first())
                    .containsText("Write a kind and an id");
            olivia.awaitAjax();
            page.locator("#by").fill("user:00000000");
            page.locator("#by").press("Enter");
            assertThat(page.getByTestId("leaves")).containsText("No records match");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("log-none");
            olivia.awaitAjax();
            page.locator("#clear").click();
            assertThat(page.locator("#by")).hasValue("");
            assertThat(rows(page).first()).isVisible();
            olivia.awaitAjax();

            page.locator("#text").fill("nothing says this");
            page.locator("#text").press("Enter");
            assertThat(page.getByTestId("leaves")).containsText("No records match");
            olivia.awaitAjax();
            page.locator("#text").fill("login");
            page.locator("#text").press("Enter");
            assertThat(rows(page).first()).containsText(Pattern.compile("Log"));
            assertThat(page.getByTestId("log-file"))
                    .hasAttribute("href", Pattern.compile(".*/log.jsonl\\?search=login"));
        }
    }

    @Test
    void aManufacturerSeesAndExportsItsOwn() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            marco.go("/manufacturer/log.xhtml");
            assertThat(rows(page).first()).isVisible();
            assertThat(page.getByTestId("log-root")).containsText("=");
            assertThat(marco.seriousViolations()).isEmpty();
            assertThat(verified(page)).contains("leaves in the file (manufacturer:" + DemoApi.manufacturer() + ")");
        }
    }

    /** Exports what the page shows, and verifies the file as its reader does, with the key that the page shows. */
    private String verified(Page page) {
        Download download =
                page.waitForDownload(() -> page.getByTestId("log-file").click());
        Path file = directory.resolve("log.jsonl");
        download.saveAs(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String key = page.locator("#log-key").inputValue();
        int code = new VerifyCommands(out, out).run(List.of("export", file.toString(), "--key", key));
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isZero();
        return text;
    }

    private static Locator rows(Page page) {
        return page.locator("#leaves_data > tr[data-ri]");
    }
}
