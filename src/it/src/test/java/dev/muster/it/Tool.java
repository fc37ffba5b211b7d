package dev.muster.it;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.muster.testkit.Command;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A command of another project, whose view of TLS and MQTT is its own. */
enum Tool {
    OPENSSL("openssl", "openssl"),
    CURL("curl", "curl"),
    GNUTLS("gnutls-cli", "gnutls-bin"),
    /** Has mosquitto_pub, too. */
    MOSQUITTO("mosquitto_sub", "mosquitto-clients");

    private final String command;
    private final String debian;

    Tool(String command, String debian) {
        this.command = command;
        this.debian = debian;
    }

    /** Skips the test if the command is not installed, or fails it, as the property {@code tools} says. */
    void require() {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
        String how = "There is no " + command + " on the PATH: install it (Debian: apt-get install " + debian + ").";
        if (!found && "required".equals(System.getProperty("tools"))) {
            fail(how);
        }
        if (!found) {
            abort(how);
        }
    }

    /** What it writes when it is given that; it is over then. */
    String run(Path directory, String input, String... arguments) throws Exception {
        String[] line = new String[arguments.length + 1];
        line[0] = command;
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return Command.of(directory, line).reading(input).run().output();
    }
}
