package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that go with a certificate, run exactly as they are handed out, for every kind of key. */
class SnippetIT {

    @TempDir
    Path directory;

    private final MusterServer server = Database.H2.server();
    private final Fleet fleet = Fleet.create(server);

    @ParameterizedTest
    @ValueSource(strings = {"EC_P256", "EC_P384", "RSA_3072", "ED25519"})
    void eachProgramProvesADevice(String keyAlgorithm) throws Exception {
        fleet.enroll(ImportFile.of(1, 3));
        List<String> programs = save(fleet.newCertificate("\"keyAlgorithm\":\"" + keyAlgorithm + "\""));
        assertThat(programs).containsExactly("provision.sh", "provision.py", "signature.sh", "provision-mqtt.sh");
        assertProvisioned(run("sh", "provision.sh", ImportFile.imei(1)));
        assertProvisioned(run("python3", "provision.py", ImportFile.imei(2)));
        assertProvisioned(run("sh", "signature.sh", ImportFile.imei(3)));
        assertThat(devices()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC_P256", "EC_P384", "RSA_3072", "RSA_4096", "ED25519"})
    void theProgramForMqttProvesADevice(String keyAlgorithm) throws Exception {
        Tool.MOSQUITTO.require();
        fleet.enroll(ImportFile.of(1, 1));
        Certificate certificate = fleet.newCertificate("\"keyAlgorithm\":\"" + keyAlgorithm + "\"");
        save(certificate);
        Command.Result run = run("sh", "provision-mqtt.sh", ImportFile.imei(1));
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("\"deviceId\"", "\"accessToken\"").doesNotContain(certificate.accessToken());
        assertThat(devices()).isEqualTo(1);
        Command.Result stranger = run("sh", "provision-mqtt.sh", ImportFile.imei(2));
        assertThat(stranger.code()).as(stranger.output()).isEqualTo(0x87);
        assertThat(stranger.output()).contains("Not authorized");
    }

    @Test
    void theProgramForMqttOfADeviceCaMakesADeviceThatReports() throws Exception {
        Tool.MOSQUITTO.require();
        fleet.enroll(ImportFile.of(1, 1));
        save(deviceCa("EC_P256"));
        paste("certify.sh", 1);
        assertThat(paste("telemetry-mqtt.sh", 1).output()).contains("received CONNACK (0)", "received PUBACK", "RC:0");
        assertThat(devices()).isEqualTo(1);
    }

    @Test
    void theLiteralProgramProvesADevice() throws Exception {
        fleet.enroll(ImportFile.of(1, 1));
        save(fleet.newCertificate("\"keyAlgorithm\":\"RSA_3072\",\"literalForm\":true"));
        assertProvisioned(run("sh", "literal.sh", ImportFile.imei(1)));
    }

    /** Pasted into a terminal they have no arguments. */
    @ParameterizedTest
    @ValueSource(strings = {"EC_P256", "EC_P384", "RSA_3072"})
    void theThreeProgramsOfADeviceCaMakeADeviceThatReports(String keyAlgorithm) throws Exception {
        fleet.enroll(ImportFile.of(1, 2));
        List<String> programs = save(deviceCa(keyAlgorithm));
        assertThat(programs).containsExactly("certify.sh", "provision-tls.sh", "telemetry.sh", "telemetry-mqtt.sh");
        assertThat(run("bash", "provision-tls.sh").output()).contains("sign a device certificate first");
        paste("certify.sh", 1);
        assertProvisioned(paste("provision-tls.sh", 1));
        assertAccepted(paste("telemetry.sh", 1));
        paste("certify.sh", 2);
        assertAccepted(paste("telemetry.sh", 2));
        assertThat(devices()).isEqualTo(2);
    }

    /** 0.1.0 answered with two members. */
    @Test
    void theTwoProgramsOfTheFirstVersionAreStillThere() {
        JsonObject answer =
                snippets(fleet.newCertificate("\"keyAlgorithm\":\"EC_P256\"")).json();
        List<JsonObject> items = answer.getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(answer.getString("shell")).isEqualTo(items.get(0).getString("text"));
        assertThat(answer.getString("python")).isEqualTo(items.get(1).getString("text"));
        assertThat(snippets(deviceCa("EC_P256")).json()).containsOnlyKeys("items");
    }

    @Test
    void thereIsNoSecretInThemAndARefusalIsShown() throws Exception {
        Certificate certificate = fleet.newCertificate("\"keyAlgorithm\":\"EC_P256\"");
        assertThat(snippets(certificate).body())
                .doesNotContain(certificate.accessToken())
                .doesNotContain("PRIVATE KEY");
        save(certificate);
        for (String program : List.of("provision.sh", "signature.sh")) {
            Command.Result run = run("sh", program, ImportFile.imei(1));
            assertThat(run.code()).isNotZero();
            assertThat(run.output()).contains("device-not-imported", "\n404");
        }
        Files.delete(directory.resolve("access-token.txt"));
        assertThat(run("sh", "provision.sh").output()).contains("There is no access-token.txt");
        assertThat(run("python3", "provision.py").output()).contains("There is no access-token.txt");
    }

    private Certificate deviceCa(String keyAlgorithm) {
        String wish = "{\"name\":\"it\",\"purpose\":\"DEVICE_CA\",\"validityDays\":30,\"keyAlgorithm\":\"%s\"}";
        return Certificate.of(fleet.manufacturer()
                .post(fleet.certificatesPath(), wish.formatted(keyAlgorithm))
                .expect(201)
                .json());
    }

    /** Unpacks the ZIP, as far as the programs need it, and saves the programs beside it; returns their names. */
    private List<String> save(Certificate certificate) throws IOException {
        Files.writeString(directory.resolve("muster.key"), certificate.privateKey());
        Files.writeString(directory.resolve("access-token.txt"), certificate.accessToken());
        List<JsonObject> programs = snippets(certificate).expect(200).items().getValuesAs(JsonObject.class);
        for (JsonObject program : programs) {
            Files.writeString(directory.resolve(program.getString("fileName")), program.getString("text"));
        }
        return programs.stream().map(program -> program.getString("fileName")).toList();
    }

    private Answer snippets(Certificate certificate) {
        return fleet.manufacturer().get(fleet.certificatesPath() + "/" + certificate.id() + "/snippets");
    }

    private int devices() {
        return fleet.organization().get(fleet.devicesPath()).json().getInt("total");
    }

    private static void assertProvisioned(Command.Result run) {
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("\"deviceId\"", "\n201");
    }

    private static void assertAccepted(Command.Result run) {
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("\"accepted\"", "\n202");
    }

    private Command.Result run(String... command) {
        return Command.of(directory, command).run();
    }

    /** As the standard input of a shell, with the identifier in the environment. */
    private Command.Result paste(String program, int device) throws IOException {
        Command.Result run = Command.of(directory, "bash")
                .reading(Files.readString(directory.resolve(program)))
                .with("MUSTER_IDENTIFIER", ImportFile.imei(device))
                .run();
        assertThat(run.code()).as(run.output()).isZero();
        return run;
    }
}
