package dev.muster.ejb.start;

import dev.muster.domain.shared.event.LogText;
import java.io.IOException;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Writes the lines of the security log into their own file. If that fails, the server's log still has them. */
final class SecurityLogHandler extends Handler {

    private final LogFile file;

    SecurityLogHandler(LogFile file) {
        this.file = file;
    }

    @Override
    public void publish(LogRecord line) {
        try {
            file.add(LogText.neutral(String.valueOf(line.getMessage())));
        } catch (IOException e) {
            reportError("security.log cannot be written", e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {
        // each line is written at once
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            reportError(null, e, ErrorManager.CLOSE_FAILURE);
        }
    }
}
