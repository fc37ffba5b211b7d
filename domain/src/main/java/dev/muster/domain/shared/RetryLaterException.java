package dev.muster.domain.shared;

import java.time.Duration;

/** A request that comes too early, and is accepted after a known time. */
public class RetryLaterException extends ProblemException {

    private final long seconds;

    /**
     * @param wait how long the client has to wait; it is rounded up to whole seconds
     * @param detail what has happened, one sentence; when to try again is added
     */
    public RetryLaterException(Duration wait, String detail) {
        super(ProblemCode.RATE_LIMITED, detail + " Try again in " + inWords(seconds(wait)) + ".");
        this.seconds = seconds(wait);
    }

    /** For the header Retry-After (RFC 9110 section 10.2.3), at least 1. */
    public long seconds() {
        return seconds;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String inWords(long seconds) {
        if (seconds == 1) {
            return "a second";
        }
        return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
