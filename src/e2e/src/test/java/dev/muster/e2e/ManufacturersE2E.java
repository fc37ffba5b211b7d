package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator makes a manufacturer, finds it again, renames it, suspends it and lets it go on. */
class ManufacturersE2E {

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void aSchemeIsTriedBeforeItIsChosenForGood() throws IOException {
        String name = "Brand " + UUID.randomUUID().toString().substring(0, 8);
        try (Portal admin = Portal.of("admin")) {
            ManufacturersPage page = new ManufacturersPage(admin).open().openForm();
            page.tryIdentifier("123456789012345");
            assertThat(page.trial()).containsText("last digit");
            page.scheme("SERIAL");
            admin.page().locator("#pattern").pressSequentially("AT-[0-9]{4}");
            page.tryIdentifier("at-1");
            assertThat(page.trial()).containsText("does not match");
            page.tryIdentifier("AT-0001");
            assertThat(page.trial()).containsText("is compared as AT-0001");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("manufacturer-create");
            assertThat(page.enrollment()).hasValue("ALLOWED_ORGANIZATIONS");
            page.create(name, "Ann <ann@brand.example>");

            page.search(name.substring(3).toLowerCase());
            assertThat(page.rows()).hasCount(1);
            assertThat(page.rows().first()).containsText("AT-[0-9]{4}");
            assertThat(page.rows().first()).containsText("Ann <ann@brand.example>");
            assertThat(page.openOne(name).policy()).hasValue("ALLOWED_ORGANIZATIONS");
            page.open().search(name.substring(3).toLowerCase());
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("manufacturers-found");
            page.search("no manufacturer has this");
            assertThat(page.rows().first()).containsText("No manufacturers match");
        }
    }

    @Test
    void itIsRenamedSuspendedAndResumed() throws IOException {
        String name = "Brand " + UUID.randomUUID().toString().substring(0, 8);
        try (Portal admin = Portal.of("admin")) {
            ManufacturersPage list = new ManufacturersPage(admin).open().openForm();
            list.create(name, "");
            ManufacturerPage page = list.search(name).openOne(name);
            page.rename(name + " & Sons");
            assertThat(page.name()).hasText(name + " & Sons");
            page.rename("acme trackers");
            assertThat(page.refused()).containsText("choose another name");
            page.reload();
            assertThat(page.name()).hasText(name + " & Sons");

            page.ask("suspend");
            assertThat(admin.page().locator("#suspend")).containsText("manufacturer-suspended");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("manufacturer-suspend");
            page.confirm("suspend");
            assertThat(page.status()).hasText("Suspended");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("manufacturer-suspended");
            admin.narrow();
            admin.picture("manufacturer-suspended-400");
            page.ask("resume");
            page.confirm("resume");
            assertThat(page.status()).hasText("Active");
        }
    }

    @Test
    void itsManagersSeeTheNewNameAtOnce() throws IOException {
        try (Portal admin = Portal.of("admin");
                Portal marco = Portal.of("marco")) {
            assertThat(marco.tenant()).hasText("Acme Trackers");
            ManufacturerPage page =
                    new ManufacturersPage(admin).open().search("acme").openOne("Acme Trackers");
            try {
                page.rename("Acme Tracking");
                assertThat(page.name()).hasText("Acme Tracking");
                new ManufacturerPage(marco).openOwn();
                assertThat(marco.tenant()).hasText("Acme Tracking");
            } finally {
                page.rename("Acme Trackers");
                assertThat(page.name()).hasText("Acme Trackers");
            }
        }
    }

    @Test
    void aManagerSaysWhoMayImportAndTheImportFormKnows() throws IOException {
        try (Portal marco = Portal.of("marco");
                Portal olivia = Portal.of("olivia")) {
            ManufacturerPage own = new ManufacturerPage(marco).openOwn();
            own.contact("Marco, +49 30 1234");
            assertThat(own.told()).containsText("Saved");
            own.choosePolicy("ALLOWED_ORGANIZATIONS");
            try {
                assertThat(own.allowed()).containsText("nobody can import");
                assertRefused(olivia);
                putOnTheList(marco, own);
                assertTaken(olivia);
                own.askRemoval("Demo Fleet");
                assertThat(marco.seriousViolations()).isEmpty();
                own.confirm("disallow");
                assertThat(own.allowed()).containsText("nobody can import");
            } finally {
                own.openOwn().choosePolicy("OPEN");
                assertThat(own.told()).containsText("every organization may import");
            }
        }
    }

    private static void assertRefused(Portal olivia) throws IOException {
        ImportsPage imports = new ImportsPage(olivia).open().openForm();
        imports.choose("acme", "Acme Trackers", ImportFile.sound("policy.csv", "36030", 2));
        assertThat(olivia.page().getByTestId("manufacturer-refusal"))
                .containsText("Acme Trackers lets only organizations on its list import");
        assertThat(olivia.seriousViolations()).isEmpty();
        assertThat(imports.refusal()).contains("Ask it to add yours");
        olivia.picture("import-not-allowed");
    }

    private static void putOnTheList(Portal marco, ManufacturerPage own) {
        own.allow("Demo");
        assertThat(own.refused()).containsText("No organization is known by exactly this name or id");
        own.reload();
        own.allow("demo fleet");
        assertThat(own.allowed()).containsText("Demo Fleet");
        assertThat(marco.seriousViolations()).isEmpty();
        marco.picture("manufacturer-profile");
        marco.narrow();
        marco.picture("manufacturer-profile-400");
        marco.wide();
    }

    private static void assertTaken(Portal olivia) throws IOException {
        ImportsPage imports = new ImportsPage(olivia).open().openForm();
        imports.choose("acme", "Acme Trackers", ImportFile.sound("policy.csv", "36030", 2));
        imports.start();
        assertThat(olivia.page()).hasURL(Pattern.compile(".*import\\.xhtml.*"));
    }
}
