package dev.muster.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMailTest {

    private static final MailAddress TO = new MailAddress("vera@example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {"Hello\r\nBcc: eve@example.com", "Hello\nX: y", "Hello\r", "Hello\u0000", "Hello\u2028X: y"})
    void aSubjectAddsNoField(String subject) {
        assertThatThrownBy(() -> new OutgoingMail(TO, subject, "text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsTextIsNotShown() {
        assertThat(new OutgoingMail(TO, "Hello", "https://localhost/link.xhtml#secret").toString())
                .doesNotContain("secret");
    }
}
