package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dev.muster.testkit.ApiClient;
import jakarta.json.JsonObject;

/** The list of certificates, the page of each, and the dialog that deletes one. */
record CertificateListPage(Portal portal) {

    CertificateListPage open() {
        portal.go("/manufacturer/certificates.xhtml");
        return this;
    }

    /** Makes a certificate past the portal. @return its details */
    JsonObject make(ApiClient api, String name, String keyAlgorithm, int days) {
        String certificate = """
                {"name":"%s","purpose":"PROOF","keyAlgorithm":"%s","validityDays":%d}""".formatted(name, keyAlgorithm, days);
        return api.post("/manufacturers/" + DemoApi.manufacturer() + "/certificates", certificate)
                .expect(201)
                .json();
    }

    Locator rows() {
        return page().locator("#certificates_data > tr");
    }

    Locator row(String name) {
        return rows().filter(new Locator.FilterOptions().setHas(link(name)));
    }

    Locator link(String name) {
        return page().getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator expiring() {
        return page().getByTestId("expiring");
    }

    CertificateListPage search(String text) {
        page().getByTestId("certificate-search").fill(text);
        return this;
    }

    CertificateListPage show(String label) {
        page().getByTestId("certificate-show").selectOption(new SelectOption().setLabel(label));
        return this;
    }

    /** Opens the page of one. */
    CertificateListPage details(String name) {
        row(name).locator("a").first().click();
        page().getByTestId("certificate-name").waitFor();
        return this;
    }

    CertificateListPage askToDelete(String name) {
        row(name).getByTestId("delete-certificate").click();
        return awaitDialog();
    }

    CertificateListPage askToDelete() {
        page().getByTestId("delete-certificate").click();
        return awaitDialog();
    }

    Locator impact() {
        return page().getByTestId("impact");
    }

    Locator dialog() {
        return page().locator("#revoke");
    }

    CertificateListPage when(boolean later) {
        page().locator("#revoke-when").selectOption(new SelectOption().setIndex(later ? 1 : 0));
        return this;
    }

    Locator date() {
        return page().locator("#revoke-date");
    }

    CertificateListPage because(String label) {
        page().locator("#revoke-reason").selectOption(new SelectOption().setLabel(label));
        return this;
    }

    CertificateListPage confirm(String typedName) {
        page().locator("#typed-name").fill(typedName);
        page().locator("#revoke-confirm").click();
        return this;
    }

    private CertificateListPage awaitDialog() {
        impact().waitFor();
        return this;
    }

    private Page page() {
        return portal.page();
    }
}
