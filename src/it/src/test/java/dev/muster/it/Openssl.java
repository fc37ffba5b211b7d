package dev.muster.it;

import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The openssl command: it signs proofs as a factory's shell script does, and verifies what Muster publishes. */
record Openssl(Path directory) {

    /** The compact JWS of a proof. */
    String compact(Proof proof) throws Exception {
        String input = proof.signingInput();
        return input + "." + Proof.encode(raw(sign(proof.certificate(), input)));
    }

    /** Of a certificate, in lower case and without colons. */
    String fingerprint(String certificate, String algorithm) throws Exception {
        Path leaf = Files.writeString(directory.resolve("leaf.pem"), certificate);
        String output = run("openssl", "x509", "-in", leaf.toString(), "-noout", "-fingerprint", "-" + algorithm);
        return output.substring(output.indexOf('=') + 1)
                .strip()
                .replace(":", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What a revocation list says, once its signature is verified. */
    String revocationList(byte[] der, Path root) throws Exception {
        Path list = Files.write(directory.resolve("list.der"), der);
        return run(
                "openssl",
                "crl",
                "-inform",
                "DER",
                "-in",
                list.toString(),
                "-noout",
                "-text",
                "-crlnumber",
                "-CAfile",
                root.toString());
    }

    /** What a client says that verifies a certificate against a list, whatever it comes to. */
    String verifyWithList(String certificate, byte[] der, Path root) throws Exception {
        Path leaf = Files.writeString(directory.resolve("leaf.pem"), certificate);
        Path list = Files.write(directory.resolve("list.der"), der);
        run("openssl", "crl", "-inform", "DER", "-in", list.toString(), "-out", "list.pem");
        return output(
                "openssl",
                "verify",
                "-x509_strict",
                "-crl_check",
                "-CRLfile",
                "list.pem",
                "-CAfile",
                root.toString(),
                leaf.toString());
    }

    /** The body of a request in the literal form: the access token, "encrypted" as {@code pkeyutl -sign} does. */
    String literal(Certificate certificate, String identifier) throws Exception {
        return literal(certificate.privateKey(), certificate.accessToken(), identifier);
    }

    String literal(String privateKey, String token, String identifier) throws Exception {
        Path key = directory.resolve("literal.key");
        Path value = directory.resolve("literal.bin");
        Path message = directory.resolve("message");
        Files.writeString(key, privateKey);
        Files.writeString(message, token, StandardCharsets.US_ASCII);
        run(
                "openssl",
                "pkeyutl",
                "-sign",
                "-inkey",
                key.toString(),
                "-in",
                message.toString(),
                "-out",
                value.toString());
        return "{\"uniqueIdentifier\":\"%s\",\"encryptionResult\":\"%s\"}"
                .formatted(identifier, Base64.getEncoder().encodeToString(Files.readAllBytes(value)));
    }

    /** The body of a request with a proof under RS256. */
    String signedByRsa(Proof proof) throws Exception {
        String input = proof.signingInput("RS256");
        Path key = directory.resolve("rsa.key");
        Path signature = directory.resolve("signature.bin");
        Path signed = directory.resolve("signed");
        Files.writeString(key, proof.certificate().privateKey());
        Files.writeString(signed, input, StandardCharsets.US_ASCII);
        run("openssl", "dgst", "-sha256", "-sign", key.toString(), "-out", signature.toString(), signed.toString());
        return Proof.body(proof.identifier(), input + "." + Proof.encode(Files.readAllBytes(signature)));
    }

    /** The body of a request in the signature form, by a key on P-256. */
    String bare(BareProof proof) throws Exception {
        return bare(proof, "EC_P256");
    }

    /** @param kind of the certificate's key, as {@code EC_P256} or {@code RSA_2048} */
    String bare(BareProof proof, String kind) throws Exception {
        Path key = Files.writeString(
                directory.resolve("bare.key"), proof.certificate().privateKey());
        Path message = Files.write(directory.resolve("bare.txt"), proof.signed());
        Path signature = directory.resolve("bare.sig");
        String hash = kind.equals("EC_P384") ? "-sha384" : "-sha256";
        String in = message.toString();
        String out = signature.toString();
        run(
                kind.equals("ED25519")
                        ? new String[] {
                            "openssl", "pkeyutl", "-sign", "-inkey", key.toString(), "-rawin", "-in", in, "-out", out
                        }
                        : new String[] {"openssl", "dgst", hash, "-sign", key.toString(), "-out", out, in});
        return proof.body(Files.readAllBytes(signature));
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

    /** Whether the command succeeds. */
    boolean accepts(String... command) {
        return Command.of(directory, command).run().isSuccess();
    }

    /** What the command writes; fails if the command fails. */
    String run(String... command) {
        return Command.of(directory, command).succeed();
    }

    private String output(String... command) {
        return Command.of(directory, command).run().output();
    }
}
