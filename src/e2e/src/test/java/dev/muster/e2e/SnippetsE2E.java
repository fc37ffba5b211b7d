package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.muster.testkit.Command;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The programs on a certificate's page: what is shown there runs. */
class SnippetsE2E {

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void whatThePageShowsRunsAsItIs() throws Exception {
        DemoCertificate certificate = DemoCertificate.create("Snippets line");
        try (Portal marco = Portal.of("marco")) {
            marco.go("/manufacturer/certificate.xhtml?id=" + certificate.id());
            Page page = marco.page();
            String shell = page.getByTestId("snippet-shell").inputValue();
            assertThat(marco.seriousViolations()).isEmpty();
            page.getByTestId("snippets").scrollIntoViewIfNeeded();
            marco.picture("snippets-shell");
            page.getByText("Python", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByTestId("snippet-python")).isVisible();
            String python = page.getByTestId("snippet-python").inputValue();
            marco.picture("snippets-python");
            assertThat(marco.seriousViolations()).isEmpty();
            assertReachesTheServer(certificate, "sh", "provision.sh", shell);
            assertReachesTheServer(certificate, "python3", "provision.py", python);
        }
    }

    /** Nobody has imported the example, which only who has proven something is told. */
    private static void assertReachesTheServer(DemoCertificate certificate, String with, String file, String program)
            throws Exception {
        Files.writeString(certificate.directory().resolve(file), program);
        Command.Result run = certificate.run(with, file, ImportFile.imei("35105", 999_999_999));
        assertThat(run.output()).contains("\"code\":\"device-not-imported\"");
    }
}
