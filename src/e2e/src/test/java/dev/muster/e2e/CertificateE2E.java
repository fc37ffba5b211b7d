package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.muster.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate is asked for, each way that the form offers. */
class CertificateE2E {

    @TempDir
    Path directory;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void theFormOffersWhatGoesWithThePurpose() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            CertificatesPage page = new CertificatesPage(marco).open().openForm();
            assertThat(page.validityField()).hasValue("365");
            assertThat(page.preset("10 years")).isHidden();
            assertThat(page.literalForm()).isHidden();
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("certificate-form");

            page.algorithm("ED25519").purpose("Device CA");
            assertThat(page.validityField()).hasValue("3650");
            assertThat(page.algorithmOption("ED25519")).isDisabled();
            assertThat(marco.page().locator("#key-algorithm")).hasValue("EC_P256");
            marco.picture("certificate-form-ca");

            page.purpose("Proof").algorithm("RSA_3072");
            assertThat(page.validityField()).hasValue("365");
            assertThat(page.literalForm()).isVisible();
            assertThat(page.literalForm()).not().isChecked();
            page.preset("3 years").click();
            assertThat(page.validityField()).hasValue("1095");
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("certificate-form-rsa");
        }
    }

    @Test
    void aDeviceCaOfAnRsaKeyIsMadeOnce() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            CertificatesPage page = new CertificatesPage(marco).open().openForm();
            page.name("Factory 7").purpose("Device CA").algorithm("RSA_4096");
            page.createButton().dblclick();
            assertThat(page.createButton()).isDisabled();
            marco.picture("certificate-making");
            IssuedDialog issued = new IssuedDialog(marco).awaited();
            Files.writeString(directory.resolve("ca.pem"), issued.text("certificate"));
            issued.close();

            String ca = Command.of(directory, "openssl", "x509", "-in", "ca.pem", "-noout", "-text")
                    .succeed();
            assertThat(ca).contains("CA:TRUE, pathlen:0").contains("4096 bit").contains("CN = Factory 7");
            assertThat(page.form()).isHidden();
            assertThat(page.list().getByText("Factory 7")).hasCount(1);
        }
    }

    @Test
    void anEd25519ProofFitsItsKey() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            CertificatesPage page = new CertificatesPage(marco).open().openForm();
            IssuedDialog issued = page.name("Small meters").algorithm("ED25519").create();
            Files.writeString(directory.resolve("muster.key"), issued.text("private-key"));

            assertThat(Command.of(directory, "openssl", "pkey", "-in", "muster.key", "-pubout")
                            .succeed())
                    .isEqualTo(issued.text("public-key"));
            issued.close();
        }
    }

    @Test
    void aKeyOfOnesOwnStaysWhereItIs() throws Exception {
        String csr = newCsr("EC", "-pkeyopt", "ec_paramgen_curve:P-256");
        try (Portal marco = Portal.of("marco")) {
            CertificatesPage page = new CertificatesPage(marco).open().openForm();
            page.name("Own key").ownKey().csr(csr);
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("certificate-form-csr");
            IssuedDialog issued = page.create();

            assertThat(issued.part("no-key")).isVisible();
            assertThat(issued.part("private-key")).hasCount(0);
            assertThat(issued.part("pkcs12")).hasCount(0);
            assertThat(issued.text("public-key"))
                    .isEqualTo(Command.of(directory, "openssl", "pkey", "-in", "muster.key", "-pubout")
                            .succeed());
            assertThat(Archive.names(issued.downloadAll().path()))
                    .contains("certificate.pem", "access-token.txt", "README.txt")
                    .doesNotContain("muster.key");
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("certificate-own-key");
            issued.close();
        }
    }

    @Test
    void aRequestInDerIsReadFromItsFile() throws Exception {
        newCsr("RSA", "-pkeyopt", "rsa_keygen_bits:2048");
        Command.of(directory, "openssl", "req", "-in", "muster.csr", "-outform", "DER", "-out", "muster.der")
                .succeed();
        try (Portal marco = Portal.of("marco")) {
            CertificatesPage page = new CertificatesPage(marco).open().openForm();
            page.name("Own RSA key").ownKey().csrFile(directory.resolve("muster.der"));
            assertThat(page.csrField())
                    .hasValue(java.util.regex.Pattern.compile("-----BEGIN CERTIFICATE REQUEST-----\n"
                            + "[A-Za-z0-9+/=\n]+-----END CERTIFICATE REQUEST-----\n"));
            page.literalForm().check();
            IssuedDialog issued = page.create();

            assertThat(issued.part("certificate"))
                    .hasValue(java.util.regex.Pattern.compile(
                            "-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----"));
            issued.close();
        }
    }

    @Test
    void aPrivateKeyIsNotSentByMistake() throws Exception {
        newCsr("EC", "-pkeyopt", "ec_paramgen_curve:P-256");
        String key = Files.readString(directory.resolve("muster.key"));
        try (Portal marco = Portal.of("marco")) {
            List<String> sent = new java.util.ArrayList<>();
            marco.page().onRequest(request -> sent.add(String.valueOf(request.postData())));
            CertificatesPage page = new CertificatesPage(marco).open().openForm();
            page.name("Mistake").ownKey().csrFile(directory.resolve("muster.key"));
            assertThat(page.csrFault()).containsText("private key");
            assertThat(page.csrField()).hasValue("");
            page.csr(key).press();

            assertThat(page.csrFault()).containsText("private key");
            assertThat(page.csrField()).hasValue("");
            assertThat(page.csrField()).isFocused();
            assertThat(sent).noneMatch(body -> body.contains("PRIVATE"));
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("certificate-form-private-key");
        }
    }

    @Test
    void whatIsWrongIsToldAtTheFormAndNothingTypedIsLost() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page window = marco.page();
            CertificatesPage page = new CertificatesPage(marco).open().openForm();
            page.press();
            assertThat(window.locator("#name-fault")).containsText("Enter a name");
            assertThat(window.locator("#name")).isFocused();
            assertThat(window.locator("#name")).hasAttribute("aria-invalid", "true");
            assertThat(window.locator(".ui-growl-item")).hasCount(0);

            page.name("Too long").purpose("Device CA").validity("4000").press();
            assertThat(page.refusal()).containsText("3650");
            assertThat(window.locator("#name")).hasAttribute("aria-invalid", "false");
            page.ownKey().csr("-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----\n");
            page.validity("3000").press();
            assertThat(page.refusal()).containsText("request");
            assertThat(window.locator("#name")).hasValue("Too long");
            assertThat(page.validityField()).hasValue("3000");
            assertThat(page.csrField()).hasValue(java.util.regex.Pattern.compile("MAA="));
            assertThat(window.locator("#purpose-ca")).isChecked();
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("certificate-form-refused");
        }
    }

    @Test
    void theKeyboardIsEnough() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page window = marco.page();
            new CertificatesPage(marco).open();
            marco.tabTo("[data-testid=create-certificate]");
            window.keyboard().press("Enter");
            marco.tabTo("#name");
            window.keyboard().type("By hand");
            marco.tabTo("#purpose-proof");
            window.keyboard().press("ArrowDown");
            assertThat(window.locator("#purpose-ca")).isChecked();
            window.keyboard().press("Enter");
            IssuedDialog issued = new IssuedDialog(marco).awaited();
            marco.tabTo("#issued-stored");
            window.keyboard().press("Space");
            marco.tabTo("#issued-close");
            window.keyboard().press("Enter");

            assertThat(issued.dialog()).isHidden();
            assertThat(window.getByTestId("create-certificate")).isFocused();
            assertThat(window.locator("#certificates")).containsText("By hand");
        }
    }

    private String newCsr(String kind, String... options) throws Exception {
        List<String> command =
                new java.util.ArrayList<>(List.of("openssl", "genpkey", "-algorithm", kind, "-out", "muster.key"));
        command.addAll(List.of(options));
        Command.of(directory, command.toArray(String[]::new)).succeed();
        Command.of(directory, "openssl", "req", "-new", "-key", "muster.key", "-subj", "/CN=x", "-out", "muster.csr")
                .succeed();
        return Files.readString(directory.resolve("muster.csr"));
    }
}
