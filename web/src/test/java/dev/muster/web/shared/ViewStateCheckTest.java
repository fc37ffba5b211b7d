package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewStateCheckTest {

    private static final String PAGE = "/organization/imports.xhtml";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                ":",
                "1",
                "1:",
                ":1",
                "a:b",
                "1:2:3",
                "1 :2",
                "stateless",
                "-:1",
                "12345678901234567890:1"
            })
    void whatIsNoNameOfAViewStateIsFromNoPage(String state) {
        assertThat(ViewStateCheck.isFromPage(PAGE, state)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"476577963925954914:4125654838963517933", "-1:-9223372036854775808", "0:0"})
    void twoNumbersAreAName(String state) {
        assertThat(ViewStateCheck.isFromPage(PAGE, state)).isTrue();
    }

    @Test
    void onlyTheFormsBeforeTheLoginKeepNoState() {
        assertThat(ViewStateCheck.isFromPage("/login.xhtml", "stateless")).isTrue();
        assertThat(ViewStateCheck.isFromPage("/login-code.xhtml", "stateless")).isTrue();
        assertThat(ViewStateCheck.isFromPage("/link.xhtml", "stateless")).isTrue();
        assertThat(ViewStateCheck.isFromPage("/organization/login.xhtml", "stateless"))
                .isFalse();
    }

    @Test
    void whatIsOpenedByItsAddressSendsNone() {
        assertThat(ViewStateCheck.isFromPage(PAGE, null)).isTrue();
    }
}
