package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fields of passwords hide what is typed, take what is pasted, and tell password managers what they are. */
class PasswordFieldsE2E {

    private static final String PASTED = " A pasted pass-phrase, with blanks at both ends ";

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void theLoginPage() throws IOException {
        try (Portal portal = Portal.open()) {
            portal.go("/login.xhtml");
            Page page = portal.page();
            assertField(page, page.locator("#username"), "password", "current-password");
        }
    }

    @Test
    void theOwnPassword() throws IOException {
        try (Portal portal = Portal.of("olivia")) {
            portal.go("/account/password.xhtml");
            Page page = portal.page();
            page.evaluate("document.querySelector('#content, main, body')"
                    + ".insertAdjacentHTML('afterbegin', '<input id=\"from\" aria-label=\"from\">')");
            Locator from = page.locator("#from");
            assertField(page, from, "present", "current-password");
            assertField(page, from, "chosen", "new-password");
            assertField(page, from, "repeated", "new-password");
        }
    }

    /** @param from a field whose content can be copied, because a browser does not copy from a field of a password */
    private static void assertField(Page page, Locator from, String id, String kind) {
        Locator field = page.locator("#" + id);
        assertThat(field.getAttribute("type")).isEqualTo("password");
        assertThat(field.getAttribute("autocomplete")).isEqualTo(kind);
        from.fill(PASTED);
        from.press("Control+a");
        from.press("Control+c");
        field.focus();
        field.press("Control+v");
        assertThat(field.inputValue()).isEqualTo(PASTED);
        field.fill("typed, and typed again");
        assertThat(field.inputValue()).isEqualTo("typed, and typed again");
    }
}
