package dev.muster.it;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Signs proofs with the openssl command, as a factory's shell script does. */
record Openssl(Path directory) {

    /** The compact JWS of a proof. */
    String compact(Proof proof) throws Exception {
        String input = proof.signingInput();
        return input + "." + Proof.encode(raw(sign(proof.certificate(), input)));
    }

    private byte[] sign(Certificate certificate, String input) throws Exception {
        Path key = directory.resolve("muster.key");
        Path signature = directory.resolve("signature.der");
        Path signed = directory.resolve("signed");
        Files.writeString(key, certificate.privateKey());
        Files.writeString(signed, input, StandardCharsets.US_ASCII);
        run("openssl", "dgst", "-sha256", "-sign", key.toString(), "-out", signature.toString(), signed.toString());
        return run("openssl", "asn1parse", "-inform", "DER", "-in", signature.toString())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** openssl's SEQUENCE of two INTEGERs as the 64 bytes of RFC 7518 section 3.4. */
    private static byte[] raw(byte[] parsed) {
        List<BigInteger> numbers = Stream.of(new String(parsed, StandardCharsets.US_ASCII).split("\n"))
                .filter(line -> line.contains("INTEGER"))
                .map(line ->
                        new BigInteger(line.substring(line.lastIndexOf(':') + 1).strip(), 16))
                .toList();
        byte[] raw = new byte[64];
        for (int i = 0; i < 2; i++) {
            byte[] number = numbers.get(i).toByteArray();
            int length = Math.min(number.length, 32);
            System.arraycopy(number, number.length - length, raw, 32 * (i + 1) - length, length);
        }
        return raw;
    }

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
