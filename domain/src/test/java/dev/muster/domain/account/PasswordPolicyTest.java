package dev.muster.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

    @Test
    void anyTwelveCharactersDo() {
        assertThatCode(() -> PasswordPolicy.check("horse staple", "olivia")).doesNotThrowAnyException();
    }

    @Test
    void saysBothNumbersOfAShortOne() {
        assertThatThrownBy(() -> PasswordPolicy.check("short", "olivia"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("5")
                .hasMessageContaining("12")
                .hasMessageNotContaining("short");
    }

    @Test
    void refusesALongOneAndTheNameItself() {
        assertThatThrownBy(() -> PasswordPolicy.check("x".repeat(129), "olivia"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PasswordPolicy.check("Administrator1", "administrator1"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PasswordPolicy.check(null, "olivia")).isInstanceOf(ProblemException.class);
    }

    @Test
    void theDemonstrationsPasswordMeetsItsOwnRule() {
        for (DemoLogin login : DemoLogin.values()) {
            assertThatCode(() -> PasswordPolicy.check(login.password(), login.username()))
                    .doesNotThrowAnyException();
        }
        assertThat(DemoLogin.values()).hasSize(3);
    }
}
