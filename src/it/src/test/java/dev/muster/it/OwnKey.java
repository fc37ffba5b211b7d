package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A key that a device has made itself, with a certificate signing request for it that asks for more than it can have; both
 * by the openssl command.
 *
 * @param key PKCS#8, PEM
 * @param csr DER, base64
 */
record OwnKey(String key, String csr) {

    static OwnKey create(Path directory) throws Exception {
        return create(directory, "EC", "ec_paramgen_curve:P-256");
    }

    static OwnKey create(Path directory, String algorithm, String option) throws Exception {
        Path own = Files.createTempDirectory(directory, "own");
        Openssl openssl = new Openssl(own);
        openssl.run("openssl", "genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", "own.key");
        openssl.run(
                "openssl",
                "req",
                "-new",
                "-key",
                "own.key",
                "-subj",
                "/O=Wished/CN=localhost/serialNumber=other",
                "-addext",
                "basicConstraints=critical,CA:TRUE",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-outform",
                "DER",
                "-out",
                "own.csr");
        byte[] request = Files.readAllBytes(own.resolve("own.csr"));
        return new OwnKey(
                Files.readString(own.resolve("own.key")), Base64.getEncoder().encodeToString(request));
    }

    /** The same key, and a request whose signature is damaged. */
    OwnKey damaged() {
        byte[] request = Base64.getDecoder().decode(csr);
        int name = new String(request, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Wished");
        request[name]++;
        return new OwnKey(key, Base64.getEncoder().encodeToString(request));
    }

    /** The body of a provision request by a PROOF certificate, which asks for a certificate for this key. */
    String body(Certificate certificate, String identifier) {
        return body(certificate, identifier, csr);
    }

    static String body(Certificate certificate, String identifier, String csr) {
        long now = Instant.now().getEpochSecond();
        String further = ",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d,\"csr\":\"%s\"";
        return Proof.fresh(certificate, identifier).bodyWith(further.formatted(UUID.randomUUID(), now, now + 120, csr));
    }

    /** The body of a request at the device listener. */
    String body() {
        return "{\"csr\":\"%s\"}".formatted(csr);
    }

    /** A client that shows what the answer has given. */
    ApiClient client(MusterServer server, Answer provisioned) {
        return TlsDevice.of(server, key, chain(provisioned).toArray(String[]::new));
    }

    /** PEM, the device's own first. */
    static List<String> chain(Answer provisioned) {
        JsonObject credentials = provisioned.json().getJsonObject("credentials");
        JsonArray chain = credentials.getJsonArray("certificateChain");
        return chain.getValuesAs(JsonString::getString);
    }

    static X509 leaf(Answer provisioned) {
        return X509.of(chain(provisioned).get(0));
    }
}
