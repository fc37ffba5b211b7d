package dev.muster.domain.provisioning;

import static dev.muster.domain.provisioning.SnippetKind.CERTIFY;
import static dev.muster.domain.provisioning.SnippetKind.JWS;
import static dev.muster.domain.provisioning.SnippetKind.JWS_MQTT;
import static dev.muster.domain.provisioning.SnippetKind.JWS_PYTHON;
import static dev.muster.domain.provisioning.SnippetKind.LITERAL;
import static dev.muster.domain.provisioning.SnippetKind.PROVISION_TLS;
import static dev.muster.domain.provisioning.SnippetKind.SIGNATURE;
import static dev.muster.domain.provisioning.SnippetKind.TELEMETRY_MQTT;
import static dev.muster.domain.provisioning.SnippetKind.TELEMETRY_TLS;

import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the sample programs of a certificate, for the directory in which its ZIP was unpacked: they read the private key
 * from {@code muster.key}, and the certificate access token from {@code MUSTER_ACCESS_TOKEN} or
 * {@code access-token.txt}. The programs for MQTT are only there if the server has MQTT. The texts are files beside this class.
 */
public final class Snippets {

    /** The parts that several programs share; each may contain the part TRUST. */
    private static final Map<String, String> PARTS =
            Map.of("PREPARE", "prepare.sh", "HASH_OF_TOKEN", "hash.sh", "JWS", "jws.sh", "DEVICE", "device.sh");

    private Snippets() {}

    /**
     * For a certificate with the purpose PROOF: each program proves one device.
     *
     * @param isLiteral whether the certificate accepts the literal form
     */
    public static List<Snippet> ofProof(KeyAlgorithm key, boolean isLiteral, SnippetValues values) {
        Signing signing = Signing.of(key);
        Map<String, String> places = new HashMap<>(values.byPlace());
        places.put("ALGORITHM", signing.algorithm.name());
        places.put("HASH", signing.hash);
        places.put("DIGITS", Integer.toString(signing.digits));
        List<Snippet> snippets = new ArrayList<>(List.of(
                snippet(JWS, "sign-" + signing.jws + ".sh", places),
                snippet(JWS_PYTHON, "sign-" + signing.jws + ".py", places),
                snippet(SIGNATURE, "sign-" + signing.bare + ".sh", places)));
        if (values.hasMqtt()) {
            snippets.add(snippet(JWS_MQTT, "sign-" + signing.jws + ".sh", places));
        }
        if (isLiteral) {
            snippets.add(snippet(LITERAL, places));
        }
        return List.copyOf(snippets);
    }

    /** For a certificate with the purpose DEVICE_CA, in the order in which they are run. */
    public static List<Snippet> ofDeviceCa(SnippetValues values) {
        Map<String, String> places = values.byPlace();
        List<Snippet> snippets = new ArrayList<>(
                List.of(snippet(CERTIFY, places), snippet(PROVISION_TLS, places), snippet(TELEMETRY_TLS, places)));
        if (values.hasMqtt()) {
            snippets.add(snippet(TELEMETRY_MQTT, places));
        }
        return List.copyOf(snippets);
    }

    private static Snippet snippet(SnippetKind kind, String signing, Map<String, String> places) {
        return fill(kind, put(read(kind.fileName()), "SIGN", read(signing)), places);
    }

    private static Snippet snippet(SnippetKind kind, Map<String, String> places) {
        return fill(kind, read(kind.fileName()), places);
    }

    private static Snippet fill(SnippetKind kind, String template, Map<String, String> places) {
        String text = template;
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            text = put(text, part.getKey(), read(part.getValue()));
        }
        text = put(text, "TRUST", read("trust.sh"));
        for (Map.Entry<String, String> place : places.entrySet()) {
            text = put(text, place.getKey(), place.getValue());
        }
        return new Snippet(kind, text);
    }

    private static String put(String text, String place, String value) {
        return text.replace("@" + place + "@", value.stripTrailing());
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
     * @param jws the template that makes the signature of a JWS
     * @param bare the template that makes the signature as openssl writes it
     * @param digits hexadecimal digits of each of the two numbers of an ECDSA signature
     */
    private record Signing(JwsAlgorithm algorithm, String jws, String bare, String hash, int digits) {

        static Signing of(KeyAlgorithm key) {
            return switch (key) {
                case EC_P256 -> new Signing(JwsAlgorithm.ES256, "ecdsa", "digest", "sha256", 64);
                case EC_P384 -> new Signing(JwsAlgorithm.ES384, "ecdsa", "digest", "sha384", 96);
                case ED25519 -> new Signing(JwsAlgorithm.EdDSA, "eddsa", "eddsa", "", 0);
                case RSA_3072, RSA_4096, RSA -> new Signing(JwsAlgorithm.RS256, "digest", "digest", "sha256", 0);
            };
        }
    }
}
