package dev.muster.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.account.password.OwnWords;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final OwnWords WORDS =
            OwnWords.of("Olivia M.", List.of("Demo Fleet", "Acme & Söhne"), "onboarding.example.com");

    @ParameterizedTest
    @ValueSource(strings = {"horse staple", "correct horse battery", "ÄÖÜ äöü ÄÖÜ äöü", "example2 other words"})
    void anyTwelveCharactersDo(String password) {
        assertThatCode(() -> PasswordPolicy.check(password, OwnWords.of("ann", List.of("TÜV", "1234"), null)))
                .doesNotThrowAnyException();
    }

    @Test
    void saysBothNumbersOfAShortOne() {
        assertRefused("short").hasMessageContaining("5").hasMessageContaining("12");
        assertRefused("x".repeat(129)).hasMessageContaining("129").hasMessageContaining("128");
        assertRefused(null).hasMessageContaining("0 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1q2w3e4r5t6y",
                "1Q2W3E4R5T6Y",
                "password2026!",
                "Password--1234",
                "passwordpassword",
                "123456123456",
                "dragondragon1"
            })
    void refusesWhatPeopleUseMost(String password) {
        assertRefused(password).hasMessageContaining("10,000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "olivia is me",
                "O-l-i-v-i-a 2026 x",
                "olivia@demo-fleet",
                "the fleet 2026",
                "it is acme söhne!",
                "muster-muster-1",
                "M.U.S.T.E.R. 2026",
                "an example word",
                "onboarding 2026"
            })
    void refusesTheWordsOfTheUserAndOfTheServer(String password) {
        assertRefused(password).hasMessageContaining("The password contains the ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"olivia keeps nine cats", "only for the muster tests", "Demo Fleet likes the sea"})
    void suchAWordBesideEnoughOthersDoesNoHarm(String password) {
        assertThatCode(() -> PasswordPolicy.check(password, WORDS)).doesNotThrowAnyException();
    }

    @Test
    void theDemonstrationsPasswordIsOfNoUseElsewhere() {
        assertRefused(DemoLogin.PASSWORD).hasMessageContaining("the product's name");
        assertThat(DemoLogin.PASSWORD).hasSizeGreaterThanOrEqualTo(PasswordPolicy.MIN_LENGTH);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String password) {
        return assertThatThrownBy(() -> PasswordPolicy.check(password, WORDS))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
                    assertThat(refusal.getMessage()).doesNotContain(String.valueOf(password));
                });
    }
}
