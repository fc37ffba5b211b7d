package dev.muster.launcher;

import dev.muster.launcher.verify.VerifyCommands;
import java.util.List;

/**
 * Verifies what the transparency log has given out, offline: see transparency-log.md. The exit code is 0 if everything is
 * verified, 1 if it is not, with the reason on standard error, and 2 if the command line is wrong.
 */
public final class VerifyLog {

    private VerifyLog() {}

    public static void main(String[] arguments) {
        System.exit(new VerifyCommands(System.out, System.err).run(List.of(arguments)));
    }
}
