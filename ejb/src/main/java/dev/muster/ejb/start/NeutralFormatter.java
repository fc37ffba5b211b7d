package dev.muster.ejb.start;

import dev.muster.domain.shared.event.LogText;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes each message as the server's own formatter does, but makes it one line: no value of a request, a file or a
 * device can begin another line, or change what a terminal shows ({@link LogText}). The lines of a stack trace after the
 * first begin with {@code at}, {@code Caused by}, {@code Suppressed} or dots, and have no text of a message behind a
 * line break.
 */
final class NeutralFormatter extends Formatter {

    private final Formatter server;

    NeutralFormatter(Formatter server) {
        this.server = server;
    }

    /** Changes the record itself: a copy would not have the name of the thread, which the server's records have. */
    @Override
    public String format(LogRecord line) {
        line.setMessage(message(line));
        line.setParameters(parameters(line.getParameters()));
        line.setThrown(NeutralThrowable.of(line.getThrown()));
        return server.format(line);
    }

    @Override
    public String getHead(Handler handler) {
        return server.getHead(handler);
    }

    @Override
    public String getTail(Handler handler) {
        return server.getTail(handler);
    }

    /** A key of the server's own texts names a text that has no value of a client yet. */
    private static @Nullable String message(LogRecord line) {
        String message = line.getMessage();
        ResourceBundle texts = line.getResourceBundle();
        return message == null || texts != null && texts.containsKey(message) ? message : LogText.neutral(message);
    }

    private static Object @Nullable [] parameters(Object @Nullable [] parameters) {
        return parameters == null
                ? null
                : Arrays.stream(parameters).map(NeutralFormatter::safe).toArray();
    }

    private static Object safe(Object value) {
        return value instanceof Number ? value : LogText.neutral(String.valueOf(value));
    }
}
