package dev.muster.launcher.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Runs the command that the caller names, and says in one line what was verified. */
public final class VerifyCommands {

    private static final int VERIFIED = 0;
    private static final int NOT_VERIFIED = 1;
    private static final int WRONG_USE = 2;

    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param out for what is verified
     * @param err for why something is not verified
     */
    public VerifyCommands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return the exit code */
    public int run(List<String> words) {
        if (words.equals(List.of("--help"))) {
            out.println(VerifyArguments.USAGE);
            return VERIFIED;
        }
        try {
            out.println("Verified: " + verify(VerifyArguments.parse(words)));
            return VERIFIED;
        } catch (NotVerified e) {
            err.println("Not verified: " + e.getMessage());
            return NOT_VERIFIED;
        } catch (WrongUse e) {
            err.println(e.getMessage());
            return WRONG_USE;
        } catch (IOException e) {
            err.println("A file cannot be read: " + e.getMessage());
            return WRONG_USE;
        }
    }

    private static String verify(VerifyArguments arguments) throws NotVerified, WrongUse, IOException {
        return switch (arguments.command()) {
            case EXPORT -> ExportCheck.export(arguments);
            case RANGE -> ExportCheck.range(arguments);
            case CONSISTENCY -> ConsistencyCheck.check(arguments);
            case RECEIPT -> ReceiptCheck.check(arguments);
        };
    }
}
