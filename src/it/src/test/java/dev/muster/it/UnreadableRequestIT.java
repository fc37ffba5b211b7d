package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of firmware: the answer and the manufacturer's attempt say which it is, and where. */
class UnreadableRequestIT {

    private static final String IDENTIFIER = ImportFile.imei(1);

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 2));
        certificate = fleet.newCertificate();
    }

    @Test
    void eachMistakeIsNamedInTheAnswerAndInTheAttempt() {
        Map<String, String> mistakes = mistakes();
        mistakes.forEach((body, says) -> assertNamed(body.getBytes(StandardCharsets.UTF_8), says));
        assertThat(fleet.attempts("outcome=malformed-request")
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(mistakes.size());
        // nothing was used up, and the server still knows a good one
        SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, IDENTIFIER))
                .expect(201);
    }

    @Test
    void eachMistakeOfACsrIsNamed() throws Exception {
        Command.of(
                        directory,
                        "openssl",
                        "req",
                        "-new",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-keyout",
                        directory.resolve("k.pem").toString(),
                        "-subj",
                        "/CN=x",
                        "-outform",
                        "DER",
                        "-out",
                        directory.resolve("csr.der").toString())
                .succeed();
        byte[] der = java.nio.file.Files.readAllBytes(directory.resolve("csr.der"));
        String base64 = Base64.getEncoder().encodeToString(der);
        String pem = "-----BEGIN CERTIFICATE REQUEST-----\n" + base64 + "\n-----END CERTIFICATE REQUEST-----\n";
        assertCsr(pem, "is PEM");
        assertCsr(Base64.getMimeEncoder().encodeToString(der), "line break at position 76");
        assertCsr(base64.replace("+", "-").replace("/", "_").replace("=", "") + "-", "base64url");
        assertCsr(Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII)), "base64 of PEM");
        assertCsr(Base64.getEncoder().encodeToString(Arrays.copyOf(der, der.length + 1)), "NUL byte after the DER");
    }

    @Test
    void aBodyWithoutLengthOrTypeIsToldSo() throws Exception {
        String path = "/api/v1/provision/" + certificate.accessKey();
        String good = Proof.fresh(certificate, IDENTIFIER).body();
        for (String type :
                List.of("text/plain", "application/xml", "application/jsonp", "application", "foo bar", ";")) {
            assertProblem(server.nobody().post(path, type, good), 415, ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        ApiClient nobody = server.nobody();
        assertProblem(
                nobody.send(nobody.request(path).POST(BodyPublishers.ofString(good))),
                415,
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        for (String address : List.of(path, "/api/v1/telemetry", "/api/v1/tokens")) {
            assertThat(withoutLength(address)).contains(" 411 ").contains("length-required");
        }
        nobody.post(path, "Application/JSON; charset=utf-8", good).expect(201);
    }

    @Test
    void aBodyInChunksIsTaken() {
        ApiClient nobody = server.nobody();
        byte[] body = Proof.fresh(certificate, IDENTIFIER).body().getBytes(StandardCharsets.UTF_8);
        nobody.send(nobody.request("/api/v1/provision/" + certificate.accessKey())
                        .header("Content-Type", "application/json;charset=UTF-8")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))))
                .expect(201);
    }

    private static Map<String, String> mistakes() {
        Map<String, String> mistakes = new LinkedHashMap<>();
        String proof = "\"proof\":\"eyJhIjoxfQ.eyJhIjoxfQ.AAAA\"";
        String good = "{\"uniqueIdentifier\":\"" + IDENTIFIER + "\"," + proof + "}";
        mistakes.put(
                "{\"uniqueIdentifier\":" + IDENTIFIER + "," + proof + "}",
                "member uniqueIdentifier: a number in JSON has no zeros before it");
        mistakes.put("{\"uniqueIdentifier\":356938035643809," + proof + "}", "uniqueIdentifier has to be a string");
        mistakes.put(good.replace("uniqueIdentifier", "uniqueidentifier"), "exactly uniqueIdentifier");
        mistakes.put(good.replace("proof", "Proof"), "exactly proof");
        mistakes.put(good + "\u0000", "NUL byte follows the JSON at line 1");
        mistakes.put("\uFEFF" + good, "byte order mark");
        mistakes.put(good.replace("AAAA", "AA=="), "signature has = padding");
        mistakes.put(good.replace("eyJhIjoxfQ.eyJ", "eyJhIjoxfQ==.eyJ"), "header has = padding");
        mistakes.put(good.replace("AAAA", "AAAA\\n"), "proof has a line feed");
        mistakes.put(good.replace("}", ",\"firmware\":NaN}"), "NaN");
        mistakes.put(good.replace("}", ",\"firmware\":" + "1".repeat(5_000) + "}"), "more than 1000 characters");
        mistakes.put(good.replace("}", ",\"firmware\":1e999999999}"), "exponent");
        mistakes.put(
                "{\"uniqueIdentifier\":\"1\",\"timestamp\":1795877452e0,\"nonce\":\"x\",\"signature\":\"AA==\"}",
                "timestamp has to be written with digits only");
        return mistakes;
    }

    private void assertCsr(String csr, String says) {
        String text = csr.replace("\r", "\\r").replace("\n", "\\n");
        String body = Proof.fresh(certificate, IDENTIFIER).bodyWith(",\"iat\":1,\"exp\":2,\"csr\":\"" + text + "\"");
        assertThat(assertNamed(body.getBytes(StandardCharsets.UTF_8), says)).startsWith("The claim csr");
    }

    /** In both places with the same words, and with nothing of what was sent. */
    private String assertNamed(byte[] body, String says) {
        ApiClient nobody = server.nobody();
        Answer answer = nobody.send(nobody.request("/api/v1/provision/" + certificate.accessKey())
                .header("Content-Type", ApiClient.JSON)
                .POST(BodyPublishers.ofByteArray(body)));
        JsonObject problem = assertProblem(answer, 400, ProblemCode.MALFORMED_REQUEST);
        String detail = problem.getString("detail");
        assertThat(detail).contains(says).doesNotContain(IDENTIFIER);
        JsonObject attempt = fleet.attempts("id=" + problem.getString("instance"))
                .expect(200)
                .items()
                .getJsonObject(0);
        assertThat(attempt.getString("reason")).isEqualTo(detail);
        return detail;
    }

    /** By hand, since every client counts. */
    private String withoutLength(String path) throws Exception {
        java.net.URI address = java.net.URI.create(server.url());
        try (java.net.Socket socket =
                Trust.in(server.root()).getSocketFactory().createSocket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
