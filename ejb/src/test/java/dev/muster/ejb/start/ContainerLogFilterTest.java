package dev.muster.ejb.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.time.Duration;
import java.util.ListResourceBundle;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerLogFilterTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

    private final ContainerLogFilter filter = new ContainerLogFilter(now::get);

    @Test
    void whatIsSaidAgainAndAgainIsWrittenOnceWithItsNumber() {
        assertThat(written("Servlet failed", null)).isEqualTo("Servlet failed");
        assertThat(written("Servlet failed", null)).isNull();
        assertThat(written("Servlet failed", null)).isNull();
        later(10);
        assertThat(written("Servlet failed", null)).isEqualTo("Servlet failed (2 more since this was last said)");
        later(10);
        assertThat(written("Servlet failed", null)).isEqualTo("Servlet failed");
    }

    @Test
    void differentNumbersInATextAreTheSameKind() {
        assertThat(written("Request 4711 failed", null)).isNotNull();
        assertThat(written("Request 4712 failed", null)).isNull();
        assertThat(written("Answer 4712 failed", null)).isNotNull();
    }

    @Test
    void theFaultOfAClientTakesOneLine() {
        LogRecord broken =
                line("a.server", "Request {0} failed", new RuntimeException(ofServer(new EOFException("{0} it\nis'"))));
        broken.setParameters(new Object[] {"x"});
        assertThat(filter.isLoggable(broken)).isTrue();
        assertThat(broken.getThrown()).isNull();
        assertThat(new SimpleFormatter().formatMessage(broken))
                .isEqualTo("Request x failed (java.lang.RuntimeException: java.io.EOFException: 0 it is)");
        LogRecord late = line("a.server", "Late", ofServer(new TimeoutException()));
        assertThat(filter.isLoggable(late)).isTrue();
        assertThat(late.getThrown()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.glassfish.grizzly.http.util.URLDecoder", "org.apache.catalina.fileupload.Multipart"})
    void whatTheServerCannotReadIsNoErrorOfTheServer(String reader) {
        RuntimeException unreadable = new RuntimeException("an escape");
        unreadable.setStackTrace(new StackTraceElement[] {new StackTraceElement(reader, "read", "Reader.java", 1)});
        LogRecord line = line("a.server", "An error", unreadable);
        line.setLevel(Level.SEVERE);
        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getThrown()).isNull();
        assertThat(line.getLevel()).isEqualTo(Level.WARNING);
    }

    @Test
    void whatTheReaderOfRequestsSaysIsLimitedWhateverItsLevel() {
        for (int i = 0; i < 3; i++) {
            LogRecord note = line("org.glassfish.grizzly.http.util.Parameters", "Decoding failed", null);
            note.setLevel(Level.INFO);
            assertThat(filter.isLoggable(note)).isEqualTo(i == 0);
        }
    }

    @Test
    void theServersOwnFaultKeepsItsStackTrace() {
        LogRecord fault = line("a.server", "Failed", new IllegalStateException());
        assertThat(filter.isLoggable(fault)).isTrue();
        assertThat(fault.getThrown()).isNotNull();
    }

    @Test
    void whatMusterSaysIsAlwaysWritten() {
        for (int i = 0; i < 3; i++) {
            LogRecord own = line("dev.muster.rest.problem.ProblemMapper", "Unexpected", new EOFException());
            assertThat(filter.isLoggable(own)).isTrue();
            assertThat(own.getThrown()).isNotNull();
        }
    }

    @Test
    void textsOfABundleStayThemselves() {
        LogRecord line = line("a.server", "KEY", null);
        line.setResourceBundle(new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"KEY", "The text"}};
            }
        });
        filter.isLoggable(line("a.server", "KEY", null));
        filter.isLoggable(line("a.server", "KEY", null));
        later(10);
        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getMessage()).isEqualTo("The text (1 more since this was last said)");
    }

    @Test
    void whatIsNoWarningPasses() {
        for (int i = 0; i < 3; i++) {
            LogRecord note = line("a.server", "Deployed", null);
            note.setLevel(Level.INFO);
            assertThat(filter.isLoggable(note)).isTrue();
        }
    }

    private void later(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    /** The message as it is written, or null. */
    private String written(String message, Throwable thrown) {
        LogRecord line = line("a.server", message, thrown);
        return filter.isLoggable(line) ? line.getMessage() : null;
    }

    private static LogRecord line(String logger, String message, Throwable thrown) {
        LogRecord line = new LogRecord(Level.WARNING, message);
        line.setLoggerName(logger);
        line.setThrown(thrown);
        return line;
    }

    private static <T extends Throwable> T ofServer(T thrown) {
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.glassfish.grizzly.http.io.InputBuffer", "fill", "InputBuffer.java", 1)
        });
        return thrown;
    }
}
