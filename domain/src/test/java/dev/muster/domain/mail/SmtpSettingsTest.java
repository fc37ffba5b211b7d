package dev.muster.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpSettingsTest {

    private final Map<String, String> set =
            new HashMap<>(Map.of("muster.smtp.host", "mail.example.com", "muster.smtp.from", "muster@example.com"));

    @Test
    void nothingSetIsNoMail() {
        assertThat(SmtpSettings.from(name -> Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS,587", "starttls,587", "TLS,465"})
    void thePortFollowsTheProtection(String tls, int port) {
        set.put("muster.smtp.tls", tls);
        assertThat(read().port()).isEqualTo(port);
    }

    @Test
    void byDefaultItIsStartTls() {
        assertThat(read().tls()).isEqualTo(SmtpSettings.Tls.STARTTLS);
    }

    @Test
    void onlyAServerOnThisMachineNeedsNoTls() {
        set.put("muster.smtp.tls", "NONE");
        assertThatThrownBy(this::read).hasMessageContaining("muster.smtp.tls");
        set.put("muster.smtp.host", "localhost");
        assertThat(read().port()).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource({
        "muster.smtp.port,0",
        "muster.smtp.port,65536",
        "muster.smtp.port,smtp",
        "muster.smtp.tls,SSL",
        "muster.smtp.from,Muster <muster@example.com>",
        "muster.smtp.user,alone"
    })
    void aMistakeIsNamed(String name, String value) {
        set.put(name, value);
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void hostAndAddressAreNeeded() {
        set.remove("muster.smtp.from");
        assertThatThrownBy(this::read).hasMessageContaining("muster.smtp.from is missing");
    }

    @Test
    void thePasswordIsNotShown() {
        set.putAll(Map.of("muster.smtp.user", "muster", "muster.smtp.password", "secret"));
        assertThat(read().toString()).doesNotContain("secret");
    }

    private SmtpSettings read() {
        return SmtpSettings.from(name -> Optional.ofNullable(set.get(name))).orElseThrow();
    }
}
