package dev.muster.domain.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecurityEventTest {

    private static final Path PAGE = Path.of("../src/docs/logs.md");

    private static final UUID USER = UUID.fromString("11111111-2222-4333-8444-555555555555");

    @Test
    void aLineHasTheTimeInUtcAndEachFieldOnce() {
        SecurityEvent event = SecurityEvent.of(EventKind.USER_CREATED)
                .by(new Caller(USER, "Ada \"the\" admin", Role.ADMINISTRATOR, null))
                .with("from", "192.0.2.1")
                .with("from", "2001:db8::1")
                .with("detail", null);

        assertThat(event.line(Instant.parse("2026-11-29T12:00:00.0129Z")))
                .isEqualTo("time=2026-11-29T12:00:00.012Z event=user-created outcome=done user=" + USER
                        + " name=\"Ada \\\"the\\\" admin\" role=ADMINISTRATOR from=2001:db8::1");
    }

    @Test
    void noValueBeginsAFieldOrALine() {
        String line = SecurityEvent.of(EventKind.LOGIN_FAILED)
                .with("name", "x outcome=done\nevent=login")
                .line(Instant.EPOCH);

        assertThat(line).endsWith(" name=\"x outcome=done\\nevent=login\"").doesNotContain("\n");
    }

    @Test
    void theDocumentedLineIsOne() throws IOException {
        String line = SecurityEvent.of(EventKind.LOGIN_FAILED)
                .with("factor", "password")
                .with("name", "ada")
                .with("place", "portal")
                .with("from", "192.0.2.1")
                .with("method", "POST")
                .with("path", "/login.xhtml")
                .with("attempt", UUID.fromString("3f0c6d0e-7f0f-4f3f-9d3c-0d4f8f0f7f11"))
                .line(Instant.parse("2026-11-29T12:00:00.123Z"));

        assertThat(Files.readString(PAGE)).contains("\n" + line + "\n");
    }

    @Test
    void aTextIsQuoted() {
        String line = SecurityEvent.of(EventKind.USER_CHANGED)
                .with("name", "Ada L.")
                .with("detail", "role=OPERATOR")
                .with("path", "x".repeat(81))
                .line(Instant.EPOCH);

        assertThat(line)
                .contains(" name=\"Ada L.\" detail=\"role=OPERATOR\" ")
                .endsWith(" path=\"" + "x".repeat(81) + "\"");
    }

    /** docs/logs.md is what other systems read the log by. */
    @Test
    void everyEventIsDocumentedAndNoOther() throws IOException {
        String page = Files.readString(PAGE);
        List<String> documented = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                .matcher(page.substring(page.indexOf("| Event | When |")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventKind.values()).map(EventKind::word).toList());
    }
}
