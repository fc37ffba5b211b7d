package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A demonstration run of its own, with a mail server. */
record MailedDemo(MailServer mail, MusterServer server) implements AutoCloseable {

    static MailedDemo start() throws Exception {
        Path directory = Path.of(System.getProperty("muster.e2e.directory"), "mail-" + UUID.randomUUID());
        MailServer mail = new MailServer(Files.createDirectories(directory.resolve("smtp")));
        Map<String, String> settings = new HashMap<>(mail.settings());
        settings.putAll(DemoServer.quickStart());
        return new MailedDemo(
                mail, MusterServer.start(Login.demonstration("admin"), directory.resolve("server"), settings));
    }

    /** A user who is logged in enters an e-mail address, and opens the link that comes to it. */
    void confirm(Portal user, String address) {
        Page page = user.page();
        user.go("/account/profile.xhtml");
        int before = mail.count();
        page.locator("#email-address").fill(address);
        page.locator("#save-email").click();
        assertThat(page.getByTestId("email-pending")).containsText(address);
        page.navigate(mail.await(address, before).link());
        page.locator("#confirm-address").click();
        assertThat(page.getByTestId("confirm-done")).containsText(address);
    }

    @Override
    public void close() {
        server.kill();
        mail.close();
    }
}
