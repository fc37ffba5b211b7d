package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator sets quotas; the tenant sees them, and is told before one is reached. */
class QuotasE2E {

    private static final int ENROLLED = 12;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void anOrganizationIsToldBeforeItsQuotaIsReached() throws IOException {
        DemoApi.enroll(Files.readString(ImportFile.sound("quota.csv", "36053", ENROLLED)));
        try (Portal admin = Portal.of("admin");
                Portal olivia = Portal.of("olivia")) {
            open(admin, "organizations", "Demo Fleet");
            long enrolled = used(row(admin.page(), "devices"));
            try {
                set(admin, "devices", Long.toString(enrolled + 1));
                assertThat(row(admin.page(), "devices").getByTestId("quota-state"))
                        .hasText("Nearly reached");
                assertThat(admin.page().getByTestId("held-elsewhere")).containsText("None in the last three months");
                assertThat(admin.seriousViolations()).isEmpty();
                admin.picture("organization-quotas");
                admin.narrow();
                admin.picture("organization-quotas-400");
                admin.wide();

                olivia.go("/organization/imports.xhtml");
                assertThat(olivia.page().getByTestId("quota-near")).containsText("Devices: ");
                assertThat(olivia.seriousViolations()).isEmpty();
                olivia.picture("imports-quota-near");
                olivia.page().getByText("See all quotas").click();
                assertThat(row(olivia.page(), "devices").getByTestId("quota-state"))
                        .hasText("Nearly reached");
                assertThat(row(olivia.page(), "apiTokens").getByTestId("quota-state"))
                        .hasText("Enough left");
                assertThat(row(olivia.page(), "heldElsewherePerDay")).hasCount(0);
                assertThat(olivia.seriousViolations()).isEmpty();
                olivia.picture("settings-quotas");
                assertTheDraftSaysSo(olivia);
            } finally {
                set(admin, "devices", "");
            }
            assertThat(row(admin.page(), "devices").getByTestId("quota-state")).hasText("Enough left");
        }
    }

    private static void assertTheDraftSaysSo(Portal olivia) throws IOException {
        String draft = DemoApi.upload(Files.readString(ImportFile.sound("over.csv", "36051", 3)));
        olivia.go("/organization/import.xhtml?id=" + draft);
        assertThat(olivia.page().getByTestId("quota-warning")).containsText("These rows cannot all be added");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("draft-quota-warning");
        olivia.page().locator("#commit").click();
        assertThat(olivia.page().locator("#refused_container")).containsText("The quota is reached");
    }

    @Test
    void aManufacturerSeesItsQuotas() throws IOException {
        try (Portal admin = Portal.of("admin");
                Portal marco = Portal.of("marco")) {
            open(admin, "manufacturers", "Acme Trackers");
            try {
                set(admin, "certificates", "0");
                admin.picture("manufacturer-quotas");
                assertThat(admin.seriousViolations()).isEmpty();
                marco.go("/manufacturer/certificates.xhtml");
                assertThat(marco.page().getByTestId("quota-near")).containsText("The quota is reached");
                marco.go("/manufacturer/profile.xhtml");
                assertThat(row(marco.page(), "certificates").getByTestId("quota-state"))
                        .hasText("Reached");
                assertThat(marco.seriousViolations()).isEmpty();
                marco.picture("manufacturer-own-quotas");
            } finally {
                set(admin, "certificates", "");
            }
            field(admin.page(), "certificates").fill("many");
            admin.page().locator("#save-quotas").click();
            assertThat(admin.page().locator("#refused_container")).containsText("must be a whole number");
        }
    }

    private static void open(Portal admin, String list, String tenant) {
        admin.go("/administration/" + list + ".xhtml");
        admin.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(tenant).setExact(true))
                .click();
        admin.page().getByTestId("quotas").waitFor();
    }

    private static void set(Portal admin, String quota, String limit) {
        field(admin.page(), quota).fill(limit);
        admin.page().locator("#save-quotas").click();
        assertThat(admin.page()
                        .locator("#told_container")
                        .getByText("Saved. The quotas count")
                        .last())
                .isVisible();
        admin.awaitAjax();
    }

    private static Locator field(Page page, String quota) {
        return row(page, quota).getByTestId("limit");
    }

    private static Locator row(Page page, String quota) {
        return page.locator("[data-quota=" + quota + "]");
    }

    /** The first number of "812 of 1,000". */
    private static long used(Locator row) {
        return Long.parseLong(row.getByTestId("numbers")
                .innerText()
                .split("[ ,]of| of|, no")[0]
                .replace(",", ""));
    }
}
