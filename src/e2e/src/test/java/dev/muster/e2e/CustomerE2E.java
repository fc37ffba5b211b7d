package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator takes in a customer by one form, and finds what belongs to the customer on its page. */
class CustomerE2E {

    private static final String DAY = "\\d{1,2} [A-Z][a-z]+ 20\\d\\d";

    private static final String PASSWORD = "seven boats on the lake";

    private final String id = UUID.randomUUID().toString().substring(0, 8);

    private final String name = "New customer " + id;

    private final String manager = "manager-" + id;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void oneFormMakesTheOrganizationItsManagerAndTheManufacturers() throws IOException {
        String maker = "Listed Maker " + id;
        String makerId = DemoApi.of("admin")
                .post(
                        "/manufacturers",
                        "{\"name\":\"%s\",\"identifierScheme\":\"ANY\",\"enrollment\":\"ALLOWED_ORGANIZATIONS\"}"
                                .formatted(maker))
                .expect(201)
                .text("id");
        try (Portal admin = Portal.of("admin");
                Portal portal = Portal.open()) {
            Page page = admin.page();
            OrganizationPage organizations = new OrganizationPage(admin).openList();
            openForm(admin);
            assertThat(page.getByTestId("customer-manufacturers")).containsText("Acme Trackers");
            page.locator("#customer-confirm").click();
            assertThat(page.locator("#customer-name-fault")).containsText("Enter a name");
            PageWidths.assertEach(admin, "customer-new");
            fill(page, name, "admin");
            page.locator("#customer-makers").getByText(maker).click();
            page.locator("#customer-confirm").click();
            assertThat(organizations.refused()).containsText("A user with this name exists already");
            page.locator("#customer-username").fill(manager);
            page.locator("#customer-confirm").click();
            String link = link(admin);

            organizations.search(name).openOne(name);
            Locator members = page.locator("#members_data > tr");
            assertThat(members).hasCount(1);
            assertThat(members.first()).containsText(manager);
            assertThat(members.first()).containsText("Never");
            assertThat(page.getByTestId("count-DEVICE")).hasText("0");
            PageWidths.assertEach(admin, "customer-organization");

            logInByLink(portal, link);
            assertThat(portal.tenant()).hasText(name);
            String organization = DemoApi.of("admin")
                    .get("/organizations?search=" + id)
                    .expect(200)
                    .first("id");
            assertThat(DemoApi.of("admin")
                            .get("/manufacturers/" + makerId + "/allowed-organizations")
                            .expect(200)
                            .body())
                    .contains(organization);
        }
    }

    @Test
    void whatGoesWithAnOrganizationIsListedBeforeItsDeletion() throws IOException {
        try (Portal admin = Portal.of("admin")) {
            Page page = admin.page();
            OrganizationPage organizations = new OrganizationPage(admin).openList();
            openForm(admin);
            fill(page, name, manager);
            page.locator("#customer-confirm").click();
            link(admin);
            organizations.search(name).openOne(name).ask("suspend");
            organizations.confirm("suspend");
            organizations.ask("delete");
            assertThat(page.getByTestId("belongings")).containsText("1 user of no other tenant");
            assertThat(page.getByTestId("belongings")).containsText("0 devices with telemetry");
            PageWidths.assertEach(admin, "customer-delete");
        }
    }

    @Test
    void usersAreFoundByNameAndShowTheirLastLogin() throws IOException {
        try (Portal admin = Portal.of("admin")) {
            Page page = admin.page();
            admin.go("/administration/users.xhtml");
            page.getByTestId("search").fill("no such user");
            Locator rows = page.locator("#users_data > tr");
            assertThat(rows.first()).containsText("No users match");
            page.getByTestId("search").fill("ADMI");
            assertThat(rows.first()).containsText("admin");
            assertThat(rows.first().getByTestId("last-login")).hasText("just now");
            assertThat(rows.first().locator(".time.day")).hasText(Pattern.compile("^" + DAY + "$"));
            PageWidths.assertEach(admin, "users-found");
            rows.first().getByText("admin").first().click();
            assertThat(page.getByTestId("last-login")).containsText(Pattern.compile("Last login " + DAY + ", "));
            assertThat(admin.seriousViolations()).isEmpty();
        }
    }

    private static void openForm(Portal admin) {
        admin.page().getByTestId("new-customer").click();
        admin.awaitDialog("customer");
    }

    private static void fill(Page page, String organization, String username) {
        page.locator("#customer-name").fill(organization);
        page.locator("#customer-username").fill(username);
        page.locator("#customer-display-name").fill("Vera Example");
    }

    private static String link(Portal admin) {
        admin.awaitDialog("issued");
        String link = admin.page().getByTestId("issued-link").inputValue();
        admin.page().getByTestId("issued-stored").check();
        admin.page().getByTestId("issued-close").click();
        return link;
    }

    private void logInByLink(Portal portal, String link) {
        Page page = portal.page();
        page.navigate(link);
        page.locator("#chosen").fill(PASSWORD);
        page.locator("#repeated").fill(PASSWORD);
        page.locator("#set").click();
        assertThat(page.getByTestId("link-done")).isVisible();
        portal.logIn(manager, PASSWORD);
    }
}
