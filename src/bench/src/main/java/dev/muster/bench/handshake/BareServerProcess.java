package dev.muster.bench.handshake;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/**
 * The {@link BareServer} in a JVM of its own, as Muster has one.
 *
 * @param root trusted by its clients
 */
record BareServerProcess(Process process, int port, Path root) implements AutoCloseable {

    /** @param deviceRoots the roots of the devices, in PEM */
    static BareServerProcess start(Path directory, BenchKeys keys, Path deviceRoots)
            throws IOException, GeneralSecurityException {
        Path store = keys.write(directory.resolve("bare.p12"));
        Path root = directory.resolve("bare.pem");
        Files.writeString(
                root,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(keys.chain()[0].getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        store.toString(),
                        deviceRoots.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String port = output.readLine();
        if (port == null) {
            throw new IOException("The bare server does not start");
        }
        return new BareServerProcess(process, Integer.parseInt(port), root);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
