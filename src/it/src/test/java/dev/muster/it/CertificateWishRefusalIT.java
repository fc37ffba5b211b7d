package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be made into a certificate, or not be changed about one: each time a sentence that says what to do. */
class CertificateWishRefusalIT {

    @TempDir
    static Path directory;

    private static OutsideKeys keys;

    private Fleet fleet;

    @BeforeAll
    static void openADirectory() {
        keys = OutsideKeys.in(directory);
    }

    @BeforeEach
    void makeAManufacturer() {
        fleet = Fleet.create(Database.POSTGRESQL.server());
    }

    @Test
    void requestsThatProveNothingAreRefused() throws Exception {
        String good = keys.request("EC_P256");
        byte[] der = Base64.getMimeDecoder().decode(good.replaceAll("-----[A-Z ]+-----", ""));
        der[der.length - 1] ^= 1;
        assertRefused(pem("CERTIFICATE REQUEST", der), "not by its own key");
        assertRefused(keys.request("RSA_1024"), "less than 2,048 bits");
        assertRefused(keys.request("EC_P521"), "neither P-256 nor P-384");
        assertRefused("no request", "openssl req");
        assertRefused(pem("CERTIFICATE REQUEST", new byte[] {0x30, 0}), "openssl req");
        assertRefused(good + " ".repeat(16 * 1024), "larger than 16 KiB");
        assertRefused(Files.readString(rootCertificate()), "not one certificate signing request");
        assertRefused(Files.readString(keys.key("EC_P256")) + good, "Keep it to yourself");
        assertThat(total()).isZero();
    }

    @Test
    void aRequestLargerThanABodyIsRefused() {
        String body = wish("csr", "x".repeat(70 * 1024));
        assertProblem(fleet.manufacturer().post(fleet.certificatesPath(), body), 413, ProblemCode.BODY_TOO_LARGE);
    }

    @Test
    void theRequestsKeyMustGoWithTheRest() throws Exception {
        String ed25519 = keys.request("ED25519");
        assertInvalid(
                Json.createObjectBuilder()
                        .add("name", "x")
                        .add("purpose", "DEVICE_CA")
                        .add("csr", ed25519),
                "choose an EC or RSA key");
        assertInvalid(
                Json.createObjectBuilder()
                        .add("name", "x")
                        .add("keyAlgorithm", "EC_P256")
                        .add("csr", ed25519),
                "leave the member keyAlgorithm out");
        assertInvalid(
                Json.createObjectBuilder()
                        .add("name", "x")
                        .add("literalForm", true)
                        .add("csr", ed25519),
                "leave it off here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"validityDays\":0}",
                "{\"name\":\"x\",\"validityDays\":1096}",
                "{\"name\":\"x\",\"purpose\":\"DEVICE_CA\",\"validityDays\":3651}",
                "{\"name\":\"x\",\"purpose\":\"DEVICE_CA\",\"keyAlgorithm\":\"ED25519\"}",
                "{\"name\":\"x\",\"purpose\":\"SERVER\"}",
                "{\"name\":\"x\",\"keyAlgorithm\":\"RSA\"}",
                "{\"name\":\"x\",\"keyAlgorithm\":\"RSA_2048\"}",
                "{\"name\":\"x\",\"literalForm\":true}",
                "{\"name\":\"x\",\"literalForm\":\"true\"}",
                "{\"name\":\"x\",\"purpose\":\"DEVICE_CA\",\"keyAlgorithm\":\"RSA_3072\",\"literalForm\":true}",
                "{\"name\":\"x\",\"maxDevices\":0}",
                "{\"name\":\"x\",\"maxDevices\":-5}",
                "{\"name\":\"x\",\"maxDevices\":1.5}",
                "{\"name\":\"x\",\"csr\":5}"
            })
    void wishesOutOfBoundsAreRefused(String body) {
        assertProblem(fleet.manufacturer().post(fleet.certificatesPath(), body), 422, ProblemCode.VALIDATION_FAILED);
        assertThat(total()).isZero();
    }

    @Test
    void literalFormAndMostDevicesAreChangedAfterwards() throws Exception {
        JsonObject made = post(Json.createObjectBuilder()
                        .add("name", "x")
                        .add("csr", keys.request("RSA_2048"))
                        .add("maxDevices", 7))
                .expect(201)
                .json();
        String path = fleet.certificatesPath() + "/" + made.getString("id");
        JsonObject before = fleet.manufacturer().get(path).expect(200).json();
        assertThat(before.getString("keyAlgorithm")).isEqualTo("RSA");
        assertThat(before.getInt("keyBits")).isEqualTo(2048);
        assertThat(before.getInt("maxDevices")).isEqualTo(7);
        assertThat(before.getBoolean("literalForm")).isFalse();

        JsonObject after = patch(path, "{\"literalForm\":true}").expect(200).json();
        assertThat(after.getBoolean("literalForm")).isTrue();
        assertThat(after.getInt("maxDevices")).isEqualTo(7);
        assertThat(patch(path, "{\"maxDevices\":null}").expect(200).json().containsKey("maxDevices"))
                .isFalse();
        JsonObject both = patch(path, "{\"literalForm\":false,\"maxDevices\":9}")
                .expect(200)
                .json();
        assertThat(both.getBoolean("literalForm")).isFalse();
        assertThat(both.getInt("maxDevices")).isEqualTo(9);
        assertThat(fleet.manufacturer().get(path).expect(200).json()).isEqualTo(both);
    }

    @Test
    void whatCannotBeChangedStaysAsItIs() {
        String path = fleet.certificatesPath() + "/" + fleet.newCertificate().id();
        for (String change : new String[] {
            "{\"literalForm\":true}", "{\"maxDevices\":0}", "{\"maxDevices\":\"1\"}", "{\"name\":\"other\"}"
        }) {
            assertProblem(patch(path, change), 422, ProblemCode.VALIDATION_FAILED);
        }
        assertProblem(patch(path, "[]"), 400, ProblemCode.MALFORMED_REQUEST);
        assertThat(patch(path, "{}").expect(200).json().getBoolean("literalForm"))
                .isFalse();
        assertThat(fleet.manufacturer().delete(path).status()).isIn(200, 204);
        assertProblem(patch(path, "{\"maxDevices\":1}"), 409, ProblemCode.CONFLICT);
    }

    private Answer patch(String path, String change) {
        return fleet.manufacturer().patch(path, change, null);
    }

    private void assertRefused(String csr, String says) {
        assertInvalid(Json.createObjectBuilder().add("name", "x").add("csr", csr), says);
    }

    private void assertInvalid(JsonObjectBuilder wish, String says) {
        JsonObject problem = assertProblem(post(wish), 422, ProblemCode.VALIDATION_FAILED);
        assertThat(problem.getString("detail")).contains(says);
    }

    private Answer post(JsonObjectBuilder wish) {
        return fleet.manufacturer().post(fleet.certificatesPath(), wish.build().toString());
    }

    private static String wish(String member, String value) {
        return Json.createObjectBuilder()
                .add("name", "x")
                .add(member, value)
                .build()
                .toString();
    }

    private int total() {
        return fleet.manufacturer()
                .get(fleet.certificatesPath())
                .expect(200)
                .json()
                .getInt("total");
    }

    private Path rootCertificate() {
        return fleet.server().deviceRoot();
    }

    private static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
    }
}
