package dev.muster.domain.trust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The openssl command: what it makes was made by nothing of the product. */
public final class OpensslTool {

    private OpensslTool() {}

    /**
     * The public half, DER SubjectPublicKeyInfo, of a new key.
     *
     * @param wish what {@code openssl genpkey} is told
     */
    public static byte[] publicKey(String... wish) {
        List<String> genpkey = new ArrayList<>(List.of("genpkey"));
        Collections.addAll(genpkey, wish);
        byte[] key = run(new byte[0], genpkey.toArray(String[]::new));
        return run(key, "pkey", "-pubout", "-outform", "DER");
    }

    /** What the command writes, given the input. */
    static byte[] run(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        Collections.addAll(command, arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().write(input);
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " fails");
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(String.join(" ", command), e);
        }
    }
}
