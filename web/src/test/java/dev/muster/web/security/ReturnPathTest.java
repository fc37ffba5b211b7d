package dev.muster.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/organization/import.xhtml?id=1", "/manufacturer/certificates.xhtml", "/a?next=//b"})
    void followsPathsOfThisSite(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "evil",
                "/a\r\nb",
                "/login.xhtml?next=/login.xhtml"
            })
    void goesHomeInsteadOfAnywhereElse(String wanted) {
        assertThat(ReturnPath.safe(wanted)).isEqualTo(ReturnPath.HOME);
    }

    @Test
    void goesHomeInsteadOfFarTooLong() {
        assertThat(ReturnPath.safe("/" + "a".repeat(2_000))).isEqualTo(ReturnPath.HOME);
    }

    @Test
    void carriesTheWayBackInTheAddress() {
        assertThat(ReturnPath.loginFor("/organization/import.xhtml?id=1&x=2"))
                .isEqualTo("/login.xhtml?next=%2Forganization%2Fimport.xhtml%3Fid%3D1%26x%3D2");
        assertThat(ReturnPath.loginFor("/")).isEqualTo("/login.xhtml");
    }
}
