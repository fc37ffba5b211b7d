package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code src/samples/provision.sh --mqtt}, with the mosquitto clients. */
class MqttScriptIT {

    private static final Path HOME = Path.of(System.getProperty("muster.home"));

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private Fleet fleet;
    private Certificate certificate;

    @BeforeEach
    void saveTheKey() throws Exception {
        fleet = Fleet.create(database.server());
        certificate = fleet.newCertificate();
        Files.writeString(directory.resolve("muster.key"), certificate.privateKey());
        Files.copy(database.server().root(), directory.resolve("root.pem")); // where the script looks for it
    }

    @Test
    void theFirstDevicesOfTheSampleFileAreProvisionedAndReport() throws Exception {
        Tool.MOSQUITTO.require();
        String csv = HOME.resolve("src/samples/trackers.csv").toString();
        fleet.enroll(Files.readString(Path.of(csv)));
        Command.Result run = run("--mqtt-port", mqttPort(), "--csv", csv, "--count", "3");
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output())
                .contains(": answered {", "telemetry: acknowledged and committed", "3 tried, 3 provisioned.")
                .doesNotContain(certificate.accessToken());
        try (Stream<Path> kept = Files.list(directory.resolve("devices"))) {
            List<Path> files = kept.toList();
            assertThat(files).hasSize(3).allSatisfy(file -> assertKept(file, run.output()));
        }
        assertThat(fleet.organization().get(fleet.devicesPath()).expect(200).body())
                .contains("\"total\":3", "ACTIVE");
    }

    @Test
    void theCodeOfTheRefusalIsTold() throws Exception {
        Tool.MOSQUITTO.require();
        Command.Result stranger = run("--mqtt-port", mqttPort(), ImportFile.imei(1));
        assertThat(stranger.code()).as(stranger.output()).isEqualTo(1);
        assertThat(stranger.output()).contains("reason code 0x87", "device-not-imported", "1 tried, 0 provisioned.");
        Files.writeString(
                directory.resolve("muster.key"), fleet.newCertificate().privateKey());
        assertThat(run("--mqtt-port", mqttPort(), ImportFile.imei(1)).output())
                .contains("reason code 0x86", "Check that key file");
    }

    @Test
    void aServerThatCannotBeUsedEndsTheRun() throws Exception {
        Tool.MOSQUITTO.require();
        Command.Result run = run("--mqtt-port", "1", ImportFile.imei(1));
        assertThat(run.code()).as(run.output()).isEqualTo(2);
        assertThat(run.output()).contains("mqtts://localhost:1 cannot be used", "nothing answers there");
        Path other = DeviceCa.stranger(Files.createDirectory(directory.resolve("other")))
                .certificateFile();
        Command.Result distrust = run("--mqtt-port", mqttPort(), "--cacert", other.toString(), "1");
        assertThat(distrust.code()).as(distrust.output()).isEqualTo(2);
        assertThat(distrust.output()).contains("no TLS connection: is the root file that of this server");
    }

    /** Everybody on a machine can read the command lines of its processes. */
    @Test
    void noSecretIsOnACommandLine() throws Exception {
        Tool.MOSQUITTO.require();
        fleet.enroll(ImportFile.of(1, 1));
        Path tools = Files.createDirectory(directory.resolve("tools"));
        Path lines = directory.resolve("lines");
        for (String command : List.of("mosquitto_sub", "mosquitto_pub", "openssl", "timeout")) {
            stand(tools, command, "echo \"" + command + " $*\" >>" + lines + "\n");
        }
        Command.Result run = command("--mqtt-port", mqttPort(), ImportFile.imei(1))
                .with("PATH", tools + File.pathSeparator + System.getenv("PATH"))
                .run();
        assertThat(run.code()).as(run.output()).isZero();
        String kept = Files.readString(directory.resolve("devices/" + ImportFile.imei(1) + ".json"));
        assertThat(Files.readString(lines))
                .contains("mosquitto_sub -h localhost", "mosquitto_pub -h localhost", "openssl dgst")
                .doesNotContain(
                        certificate.accessToken(), "eyJ", member(kept, "accessToken"), member(kept, "accessKey"));
    }

    /** A PATH that has openssl and nothing else. */
    @Test
    void theMissingClientsAreNamed() throws Exception {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        stand(tools, "openssl", "");
        Command.Result run = Command.of(
                        directory,
                        executable("bash").toString(),
                        HOME.resolve("src/samples/provision.sh").toString(),
                        "--mqtt",
                        "--cacert",
                        database.server().root().toString(),
                        certificate.accessKey(),
                        "1")
                .with("PATH", tools.toString())
                .with("MUSTER_ACCESS_TOKEN", certificate.accessToken())
                .run();
        assertThat(run.code()).as(run.output()).isEqualTo(2);
        assertThat(run.output()).contains("install mosquitto-clients");
    }

    /** A program of this name that does something first, and then is the real one. */
    private static void stand(Path tools, String command, String first) throws IOException {
        Path program = Files.writeString(
                tools.resolve(command),
                "#!" + executable("bash") + "\n" + first + "exec " + executable(command) + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static String member(String json, String name) {
        return json.replaceAll("(?s).*\"" + name + "\" *: *\"([^\"]*)\".*", "$1");
    }

    private static Path executable(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(path -> Path.of(path, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private String mqttPort() {
        return Integer.toString(database.server().port(MqttDevice.PORT));
    }

    private Command.Result run(String... arguments) {
        return command(arguments).run();
    }

    private Command command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("src/samples/provision.sh").toString(),
                "--mqtt",
                "--url",
                database.server().url(),
                certificate.accessKey()));
        command.addAll(List.of(arguments));
        return Command.of(directory, command.toArray(String[]::new))
                .with("MUSTER_ACCESS_TOKEN", certificate.accessToken());
    }

    /** For its owner alone, and with a token that the output does not have. */
    private static void assertKept(Path file, String output) {
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String token = member(Files.readString(file), "accessToken");
            assertThat(token).hasSizeGreaterThan(20);
            assertThat(output).doesNotContain(token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
