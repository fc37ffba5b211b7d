package dev.muster.it;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Commands of the operating system. */
final class Shell {

    private Shell() {}

    /** Whether it ended well within half a minute. */
    static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notHere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
