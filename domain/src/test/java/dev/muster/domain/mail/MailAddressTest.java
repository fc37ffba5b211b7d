package dev.muster.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"vera@example.com", "a.b+c@mail.example.org", "o'neill@ex-ample.co", " vera@example.com "})
    void isAnAddress(String entered) {
        assertThat(MailAddress.entered(entered).value()).isEqualTo(entered.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vera",
                "vera@localhost",
                "vera@example.com\r\nBcc: all@example.com",
                "vera@example.com\n",
                "vera@example.com,eve@example.com",
                "Vera <vera@example.com>",
                "a b@example.com",
                ".a@example.com",
                "a..b@example.com",
                "a@-example.com",
                "a@exa_mple.com",
                "ü@example.com",
                "a@@example.com"
            })
    void isNone(String text) {
        assertThatThrownBy(() -> new MailAddress(text)).isInstanceOf(ProblemException.class);
    }
}
