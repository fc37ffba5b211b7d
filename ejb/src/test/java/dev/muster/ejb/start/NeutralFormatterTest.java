package dev.muster.ejb.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ListResourceBundle;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class NeutralFormatterTest {

    private static final String FORGED = "x\r\n[2026-11-29] forged\u2028\u001b[2Jy\u202ez";

    private static final String SAFE = "x\\r\\n[2026-11-29] forged\\u2028\\u001b[2Jy\\u202ez";

    private final Formatter formatter = new NeutralFormatter(new SimpleFormatter());

    @Test
    void aMessageAndItsValuesAreOneLine() {
        LogRecord line = new LogRecord(Level.INFO, FORGED + " {0} {1}");
        line.setParameters(new Object[] {FORGED, 7});

        assertThat(formatter.format(line)).contains(SAFE + " " + SAFE + " 7").doesNotContain("\r", "\u001b", "\u202e");
    }

    @Test
    void theMessagesOfAnExceptionItsCausesAndItsSuppressedOnesAreOneLineEach() {
        IllegalStateException thrown = new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
        thrown.addSuppressed(new RuntimeException(FORGED, thrown));
        LogRecord line = new LogRecord(Level.SEVERE, "Unexpected");
        line.setThrown(thrown);

        String text = formatter.format(line);

        assertThat(text.lines().skip(2).filter(shown -> !shown.isEmpty()))
                .allMatch(shown -> shown.matches("(\\s+at .*|\\s+\\.\\.\\. \\d+ more|java\\.lang\\..*"
                        + "|(\\s+Suppressed|Caused by): .*|\\s+Caused by: .*)"));
        assertThat(text)
                .contains("java.lang.IllegalStateException: " + SAFE)
                .contains("Caused by: java.lang.IllegalArgumentException: " + SAFE)
                .contains("Suppressed: java.lang.RuntimeException: " + SAFE)
                .contains("\tat " + NeutralFormatterTest.class.getName())
                .doesNotContain("\u001b", "\u2028");
    }

    @Test
    void aTextOfTheServerKeepsItsKey() {
        LogRecord line = new LogRecord(Level.INFO, "key\nof the server");
        line.setResourceBundle(new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"key\nof the server", "The text: {0}"}};
            }
        });
        line.setParameters(new Object[] {FORGED});

        assertThat(formatter.format(line)).contains("The text: " + SAFE);
    }
}
