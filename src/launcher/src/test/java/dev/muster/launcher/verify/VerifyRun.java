package dev.muster.launcher.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a verifier says.
 *
 * @param text of both streams
 */
record VerifyRun(int code, String text) {

    static VerifyRun of(Object... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = new VerifyCommands(out, out)
                .run(Arrays.stream(words).map(Object::toString).toList());
        return new VerifyRun(code, bytes.toString(StandardCharsets.UTF_8));
    }

    /** The same of {@code src/samples/VerifyLog.java}. */
    static VerifyRun ofSample(Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // most of the time is its compilation
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "../samples/VerifyLog.java"));
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new VerifyRun(process.waitFor(), text);
    }
}
