package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Devices that prove themselves again, and what a manager does about them and about their credentials. */
class ReprovisioningE2E {

    private static final String SERIES = "36102";

    private static DemoCertificate certificate;
    private static String draft;

    @BeforeAll
    static void aFleetIsEnrolled() throws Exception {
        Chromium.require();
        draft = DemoApi.enroll(Files.readString(ImportFile.sound("second-proofs.csv", SERIES, 4)));
        certificate = DemoCertificate.create("Second proofs");
    }

    @Test
    void whoIsAskedDecides() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/approvals.xhtml");
            assertThat(page.getByTestId("approvals")).containsText("Nothing to decide");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("approvals-empty");
            askForTheImport(olivia);
            proveTwice(1);
            proveTwice(2);
            olivia.go("/organization/approvals.xhtml");
            assertThat(page.getByTestId("waiting")).containsText("2");
            assertThat(rows(page)).hasCount(2);
            assertThat(page.getByTestId("approve-chosen")).isDisabled();
            page.getByTestId("choose-all").check();
            assertThat(page.getByTestId("chosen-count")).hasText("2 selected");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("approvals");
            page.getByTestId("choose").first().uncheck();
            page.getByTestId("approve-chosen").click();
            assertThat(rows(page)).hasCount(1);
            assertThat(page.getByTestId("waiting")).containsText("1");
            page.getByTestId("reject").click();
            assertThat(page.getByTestId("approvals")).containsText("Nothing to decide");
            assertThat(page.getByTestId("waiting")).hasCount(0);
        }
        assertThat(prove(2)).contains(": 200 ");
        assertThat(prove(1)).contains(": 409 ").contains("already-provisioned");
    }

    private static void askForTheImport(Portal olivia) {
        Page page = olivia.page();
        olivia.go("/organization/import.xhtml?id=" + draft + "&tab=settings");
        page.getByTestId("import-policy").selectOption(new SelectOption().setLabel("Ask me"));
        page.locator("#save-import-policy").click();
        assertThat(page.locator("#told_container")).containsText("Saved");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("import-policy");
        page.reload();
        assertThat(page.getByTestId("import-policy")).hasValue("APPROVAL");
    }

    @Test
    void theOrganizationsPolicyIsASetting() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/settings.xhtml");
            assertThat(page.locator("#policy")).hasValue("ROTATE_UNTIL_FIRST_USE");
            page.locator("#policy").selectOption("NEVER");
            assertThat(page.getByTestId("policy-hint")).containsText("credentials once");
            page.locator("#policy").selectOption("ROTATE_UNTIL_FIRST_USE");
            assertThat(page.getByTestId("policy-hint")).containsText("logged in once");
            page.locator("#save-policy").click();
            assertThat(page.locator("#told_container")).containsText("Saved");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("settings");
        }
    }

    @Test
    void credentialsAreSuspendedAllowedAnewAndReplacedOnTheDevicesPage() throws Exception {
        assertThat(prove(3)).contains(": 201 ");
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/devices.xhtml");
            page.getByText("tracker-" + SERIES + "000-3").click();
            assertThat(state(page)).hasText("Active");
            page.getByTestId("suspend").click();
            page.locator("#suspend-confirm").click();
            assertThat(state(page)).hasText("Suspended");
            page.getByTestId("allow").click();
            assertThat(olivia.seriousViolations()).isEmpty();
            page.locator("#allow-confirm").click();
            assertThat(page.getByTestId("allowed")).isVisible();
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("device-suspended");
            page.locator("#resume").click();
            assertThat(state(page)).hasText("Active");
            page.locator("#disallow").click();
            assertThat(page.getByTestId("allowed")).hasCount(0);
            replace(olivia);
        }
    }

    private static void replace(Portal olivia) {
        Page page = olivia.page();
        page.getByTestId("rotate").click();
        page.locator("#rotate-confirm").click();
        page.getByTestId("issued-access-token").waitFor();
        String token = page.getByTestId("issued-access-token").inputValue();
        assertThat(token).hasSize(43);
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("device-new-credentials");
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("issued-close")).isDisabled();
        page.getByTestId("issued-stored").check();
        page.getByTestId("issued-close").click();
        assertThat(page.locator("#issued")).isHidden();
        assertThat(state(page)).hasText("Inactive");
        assertThat(page.content()).doesNotContain(token);
        page.reload();
        assertThat(page.content()).doesNotContain(token);
        olivia.picture("device-credentials");
    }

    private static void proveTwice(int number) throws Exception {
        assertThat(prove(number)).contains(": 201 ");
        assertThat(prove(number)).contains(": 202 ").contains("approval-pending");
    }

    private static String prove(int number) throws Exception {
        return certificate
                .provision(certificate.accessToken(), ImportFile.imei(SERIES, number))
                .output();
    }

    private static Locator state(Page page) {
        return page.getByTestId("credential-status");
    }

    private static Locator rows(Page page) {
        return page.locator("#approvals_data > tr[data-ri]");
    }
}
