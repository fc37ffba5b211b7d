package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command line.
 *
 * @param files as many as the command needs; they exist
 * @param keys the keys that the caller trusts, at least one
 * @param options files and directories by the name of their option; they exist
 */
record VerifyArguments(Command command, List<Path> files, TrustedKeys keys, Map<String, Path> options) {

    static final String OLD = "--old";
    static final String TILES = "--tiles";
    static final String PROOF = "--proof";

    static final String USAGE = """
            Usage: VerifyLog COMMAND ... --key VKEY

              export FILE [--old CHECKPOINT]               an export: each leaf, and the root if the export is complete
              range FILE [--old CHECKPOINT]                an export without a gap, that goes on from an older checkpoint
              consistency OLD NEW --tiles DIR              the log of the checkpoint NEW begins with the log of OLD
              consistency OLD NEW --proof FILE             the same, by the answer of /api/v1/log/consistency
              receipt FILE                                 the answer to a device, or its member "log"

              --key VKEY      the log's key, as /api/v1/log/key shows it: compare it once by another way, and keep it.
                              Give the option again for a second key
              --tiles DIR     the directory above "tile/"

            A checkpoint is a file with a signed note; an export or a receipt will do, too.
            Exit code 0: verified; 1: not verified; 2: the command line is wrong, or a file cannot be read.""";

    private static final String KEY = "--key";

    /** What can be verified. */
    enum Command {
        EXPORT(1, Set.of(OLD)),
        RANGE(1, Set.of(OLD)),
        CONSISTENCY(2, Set.of(TILES, PROOF)),
        RECEIPT(1, Set.of());

        private final int files;
        private final Set<String> options;

        Command(int files, Set<String> options) {
            this.files = files;
            this.options = options;
        }

        private static Command named(String word) throws WrongUse {
            for (Command command : values()) {
                if (command.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return command;
                }
            }
            throw new WrongUse("There is no command " + word + ".\n\n" + USAGE);
        }
    }

    /** @throws WrongUse if the command line is not one of {@link #USAGE} */
    static VerifyArguments parse(List<String> words) throws WrongUse {
        Iterator<String> rest = words.iterator();
        if (!rest.hasNext()) {
            throw new WrongUse(USAGE);
        }
        Command command = Command.named(rest.next());
        List<Path> files = new ArrayList<>();
        List<VerifierKey> keys = new ArrayList<>();
        Map<String, Path> options = new HashMap<>();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.equals(KEY)) {
                keys.add(key(value(word, rest)));
            } else if (command.options.contains(word)) {
                options.put(word, existing(value(word, rest)));
            } else if (word.startsWith("--")) {
                throw new WrongUse("The command has no option " + word + ".\n\n" + USAGE);
            } else {
                files.add(existing(word));
            }
        }
        if (files.size() != command.files || keys.isEmpty()) {
            throw new WrongUse("The command needs " + command.files + " file(s) and a key.\n\n" + USAGE);
        }
        return new VerifyArguments(command, files, new TrustedKeys(keys), options);
    }

    /** The file or directory of an option; null if the option was not given. */
    @Nullable
    Path option(String name) {
        return options.get(name);
    }

    /** The checkpoint of the option {@code --old}; empty if it was not given. */
    Optional<Checkpoint> old() throws NotVerified, IOException {
        Path file = option(OLD);
        return file == null ? Optional.empty() : Optional.of(keys.checkpointOf(file));
    }

    private static String value(String option, Iterator<String> rest) throws WrongUse {
        if (!rest.hasNext()) {
            throw new WrongUse(option + " needs a value.\n\n" + USAGE);
        }
        return rest.next();
    }

    private static VerifierKey key(String text) throws WrongUse {
        try {
            return VerifierKey.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new WrongUse("This is not the key of a log, or a part is missing: " + text);
        }
    }

    private static Path existing(String name) throws WrongUse {
        try {
            Path path = Path.of(name);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // As a file that does not exist
        }
        throw new WrongUse("There is no file " + name + ".");
    }
}
