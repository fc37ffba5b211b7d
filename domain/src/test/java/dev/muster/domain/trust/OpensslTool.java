package dev.muster.domain.trust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The openssl command. It shares no code with the product. */
public final class OpensslTool {

    private OpensslTool() {}

    /**
     * The public half, DER SubjectPublicKeyInfo, of a new key.
     *
     * @param wish the arguments of {@code openssl genpkey}
     */
    public static byte[] publicKey(String... wish) {
        List<String> genpkey = new ArrayList<>(List.of("genpkey"));
        Collections.addAll(genpkey, wish);
        byte[] key = run(new byte[0], genpkey.toArray(String[]::new));
        return run(key, "pkey", "-pubout", "-outform", "DER");
    }

    /** The output of the command for this input. */
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
