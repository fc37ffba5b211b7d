package dev.muster.domain.provisioning;

import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * Programs, ready to run, that prove one device with a certificate. Everything public is filled in. They read the
 * certificate access token from {@code MUSTER_ACCESS_TOKEN} and the private key from {@code muster.key}. The texts are
 * files beside this class.
 *
 * @param shell for a POSIX shell with openssl and curl; to paste or to save
 * @param python for Python 3 with its standard library and openssl; to save
 */
public record Snippets(String shell, String python) {

    /**
     * The programs for one certificate.
     *
     * @param server the public address, without a slash at its end
     * @param root PEM of the server root, the only root that the programs trust
     * @param example an identifier in the manufacturer's scheme
     */
    public static Snippets of(String accessKey, KeyAlgorithm key, String server, String root, String example) {
        Signing signing = Signing.of(key);
        Map<String, String> values = Map.of(
                "ACCESS_KEY",
                accessKey,
                "SERVER",
                server,
                "ROOT",
                root.strip(),
                "IDENTIFIER",
                example,
                "ALGORITHM",
                signing.algorithm.name(),
                "HASH",
                signing.hash,
                "DIGITS",
                Integer.toString(signing.digits));
        return new Snippets(
                fill("provision.sh", "sign-" + signing.file + ".sh", values),
                fill("provision.py", "sign-" + signing.file + ".py", values));
    }

    private static String fill(String template, String signing, Map<String, String> values) {
        String text = read(template).replace("@SIGN@", read(signing).stripTrailing());
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }

    private static String read(String name) {
        try (InputStream file = Snippets.class.getResourceAsStream("snippets/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How openssl signs with a key of this kind.
     *
     * @param file the template that does it
     * @param digits hexadecimal digits of each of the two numbers of an ECDSA signature
     */
    private record Signing(JwsAlgorithm algorithm, String file, String hash, int digits) {

        static Signing of(KeyAlgorithm key) {
            return switch (key) {
                case EC_P256 -> new Signing(JwsAlgorithm.ES256, "ecdsa", "sha256", 64);
                case EC_P384 -> new Signing(JwsAlgorithm.ES384, "ecdsa", "sha384", 96);
                case ED25519 -> new Signing(JwsAlgorithm.EdDSA, "eddsa", "", 0);
                case RSA_3072, RSA_4096, RSA -> new Signing(JwsAlgorithm.RS256, "rsa", "sha256", 0);
            };
        }
    }
}
