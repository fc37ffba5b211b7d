package dev.muster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of the operating system. It has two minutes.
 *
 * @param directory where it runs
 * @param environment variables that are added to those of this process
 * @param line the program and its arguments
 * @param input what the program reads
 */
public record Command(Path directory, Map<String, String> environment, List<String> line, String input) {

    private static final int PATIENCE_MINUTES = 2;

    /** How a program ended, and what it wrote: output and errors in one text. */
    public record Result(int code, String output) {

        public boolean isSuccess() {
            return code == 0;
        }
    }

    /** With the environment of this process, and nothing to read. */
    public static Command of(Path directory, String... line) {
        return new Command(directory, Map.of(), List.of(line), "");
    }

    /** The same command with one variable more. */
    public Command with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Command(directory, more, line, input);
    }

    /** The same command with this text to read. */
    public Command reading(String text) {
        return new Command(directory, environment, line, text);
    }

    /** Runs it, and returns what it wrote; fails with that text if the program fails. */
    public String succeed() {
        Result result = run();
        if (!result.isSuccess()) {
            throw new AssertionError(String.join(" ", line) + " -> " + result.code() + ": " + result.output());
        }
        return result.output();
    }

    /** Runs it to its end, whatever that is. */
    public Result run() {
        try {
            Path output = Files.createTempFile("muster-output", ".txt");
            Path given = Files.writeString(Files.createTempFile("muster-input", ".txt"), input);
            try {
                return run(given, output);
            } finally {
                Files.delete(given);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Result run(Path given, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(given.toFile())
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean hasEnded = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        if (!hasEnded) {
            throw new AssertionError(String.join(" ", line) + " does not end: " + text);
        }
        return new Result(process.exitValue(), text);
    }
}
