package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.muster.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown once: every way to take it along, no way to lose it by accident, and none to have it again. */
class IssuedOnceE2E {

    private static final String PASSPHRASE = "a fine \"passphrase\" ~";

    /** Label on the page, the part's id, the file's name. */
    private static final Map<String, List<String>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("Certificate", List.of("certificate", "certificate.pem"));
        PARTS.put("Chain", List.of("chain", "chain.pem"));
        PARTS.put("Server root", List.of("server-root", "root.pem"));
        PARTS.put("Private key", List.of("private-key", "muster.key"));
        PARTS.put("Public key", List.of("public-key", "public-key.pem"));
        PARTS.put("Access key", List.of("access-key", "access-key.txt"));
        PARTS.put("Access token", List.of("access-token", "access-token.txt"));
    }

    @TempDir
    Path directory;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void everyPartIsCopiedDownloadedAndPacked() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            marco.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            IssuedDialog issued = make(marco, "All parts", "EC_P256");
            Path archive = issued.downloadAll().path();
            marco.picture("certificate-folded");
            issued.openRest();
            for (Map.Entry<String, List<String>> part : PARTS.entrySet()) {
                String text = issued.text(part.getValue().get(0));
                assertThat(text).isNotBlank();
                assertThat(issued.copied(part.getKey())).isEqualTo(text);
                Download file = issued.download(part.getKey());
                assertThat(file.suggestedFilename()).isEqualTo(part.getValue().get(1));
                assertThat(Files.readString(file.path())).isEqualTo(text);
                assertThat(Archive.text(archive, part.getValue().get(1))).isEqualTo(text);
            }

            assertThat(Archive.names(archive)).hasSize(PARTS.size() + 1);
            assertThat(Archive.text(archive, "README.txt"))
                    .contains("All parts")
                    .contains("muster.key");
            assertThat(marco.seriousViolations()).isEmpty();
            issued.close();
        }
    }

    @Test
    void theSecretsAreHiddenUntilTheyAreWanted() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            IssuedDialog issued = make(marco, "Hidden secrets", "EC_P256");
            assertThat(issued.part("private-key")).isHidden();
            assertThat(issued.part("access-token")).isHidden();
            assertThat(issued.part("certificate")).isHidden();
            issued.show("Private key");
            assertThat(issued.part("private-key")).isVisible();
            assertThat(issued.part("access-token")).isHidden();
            assertThat(marco.seriousViolations()).isEmpty();
            issued.hide("Private key");
            assertThat(issued.part("private-key")).isHidden();
            PageWidths.assertEach(marco, "certificate-issued");
            issued.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC_P384", "RSA_3072", "ED25519"})
    void thePkcs12OpensWithItsPassphraseAndTheKeyFits(String algorithm) throws Exception {
        try (Portal marco = Portal.of("marco")) {
            IssuedDialog issued = make(marco, "Packed " + algorithm, algorithm).openPkcs12();
            issued.passphrase("short", "short").pkcs12Button().click();
            assertThat(issued.pkcs12Fault()).containsText("at least 8");
            issued.passphrase(PASSPHRASE, PASSPHRASE + "x").pkcs12Button().click();
            assertThat(issued.pkcs12Fault()).containsText("differ");
            issued.passphrase("pässphrase", "pässphrase").pkcs12Button().click();
            assertThat(issued.pkcs12Fault()).containsText("letters from A to Z");
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("certificate-pkcs12");
            issued.passphrase(PASSPHRASE, PASSPHRASE).pkcs12(directory.resolve("muster.p12"));
            assertThat(marco.page().locator("#passphrase")).hasValue("");

            assertOpens(issued);
            issued.close();
        }
    }

    private void assertOpens(IssuedDialog issued) throws Exception {
        String pass = "pass:" + PASSPHRASE;
        String about = Command.of(
                        directory, "openssl", "pkcs12", "-info", "-noout", "-in", "muster.p12", "-passin", pass)
                .succeed();
        assertThat(about).contains("AES-256-CBC").contains("hmacWithSHA256").contains("MAC: sha256");
        Command.of(
                        directory,
                        "openssl",
                        "pkcs12",
                        "-in",
                        "muster.p12",
                        "-passin",
                        pass,
                        "-nocerts",
                        "-nodes",
                        "-out",
                        "key.pem")
                .succeed();
        Command.of(
                        directory,
                        "openssl",
                        "pkcs12",
                        "-in",
                        "muster.p12",
                        "-passin",
                        pass,
                        "-nokeys",
                        "-clcerts",
                        "-out",
                        "own.pem")
                .succeed();
        String certified = Command.of(directory, "openssl", "x509", "-in", "own.pem", "-noout", "-pubkey")
                .succeed();
        assertThat(certified)
                .isEqualTo(Command.of(directory, "openssl", "pkey", "-in", "key.pem", "-pubout")
                        .succeed())
                .isEqualTo(issued.text("public-key"));
        String all = Command.of(directory, "openssl", "pkcs12", "-in", "muster.p12", "-passin", pass, "-nokeys")
                .succeed();
        assertThat(all.split("BEGIN CERTIFICATE")).hasSize(3);
    }

    @Test
    void itDoesNotCloseByAccident() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            List<String> asked = new ArrayList<>();
            IssuedDialog issued = make(marco, "Held fast", "EC_P256");
            marco.picture("certificate");
            page.keyboard().press("Escape");
            page.mouse().click(5, 5);
            assertThat(issued.dialog()).isVisible();
            assertThat(issued.closeButton()).isDisabled();

            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            page.evaluate("() => { window.location.href = '/index.xhtml'; }");
            page.evaluate("() => { window.history.back(); }");
            page.waitForCondition(() -> asked.size() >= 2);

            assertThat(asked).containsOnly("beforeunload");
            assertThat(issued.text("access-token")).isNotBlank();
            issued.close();
            assertThat(issued.dialog()).isHidden();
        }
    }

    @Test
    void whatIsClosedIsGone() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            List<Response> answers = new ArrayList<>();
            page.onResponse(answers::add);
            IssuedDialog issued = make(marco, "Gone", "EC_P256");
            assertThat(answers)
                    .filteredOn(answer -> answer.request().method().equals("POST"))
                    .hasSize(1)
                    .allSatisfy(answer ->
                            assertThat(answer.headerValue("cache-control")).contains("no-store"));
            List<String> secrets = List.of(
                    issued.text("access-token"),
                    issued.text("private-key").lines().skip(1).findFirst().orElseThrow());
            issued.close();

            assertGone(page, secrets);
            page.reload();
            assertThat(page.locator("#certificates")).containsText("Gone");
            assertGone(page, secrets);
            marco.go("/manufacturer/attempts.xhtml");
            page.goBack();
            assertGone(page, secrets);
            page.goForward();
            page.goBack();
            assertGone(page, secrets);
        }
    }

    /** Who leaves in spite of the question finds nothing on coming back. */
    @Test
    void whoLeavesAllTheSameFindsNothingOnComingBack() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            page.onDialog(Dialog::accept);
            IssuedDialog issued = make(marco, "Left behind", "EC_P256");
            List<String> secrets = List.of(issued.text("access-token"));
            marco.go("/manufacturer/attempts.xhtml");
            page.goBack();

            assertThat(page.locator("#certificates")).containsText("Left behind");
            assertGone(page, secrets);
            assertThat(issued.closeButton()).hasCount(0);
        }
    }

    private static IssuedDialog make(Portal marco, String name, String algorithm) {
        return new CertificatesPage(marco)
                .open()
                .openForm()
                .name(name)
                .algorithm(algorithm)
                .create();
    }

    /** Neither in the page's text nor in any field, of which the text has nothing. */
    private static void assertGone(Page page, List<String> secrets) {
        page.waitForLoadState();
        String all = page.content()
                + page.evaluate("() => Array.from(document.querySelectorAll('input, textarea'))"
                        + ".map(field => field.value).join('\\n')");
        secrets.forEach(secret -> assertThat(all).doesNotContain(secret));
        assertThat(all).doesNotContain("PRIVATE KEY-----");
    }
}
