package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code src/samples/Simulator.java --mqtt}, with Eclipse Paho on the class path as its README says. */
class MqttSimulatorIT {

    private static final int DEVICES = 20;

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
    }

    @Test
    void everyDeviceProvesItselfAndReportsOnOneConnection() throws Exception {
        fleet.enroll(file(DEVICES));
        Command.Result run = run("--messages", "2", "--interval", "0");
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output())
                .contains(
                        DEVICES + " times provisioned by MQTT, " + DEVICES + " different device ids",
                        2 * DEVICES + " messages taken; " + DEVICES + " devices done")
                .doesNotContain(certificate.accessToken());
        assertThat(active()).isEqualTo(DEVICES);
    }

    @Test
    void aRefusalIsCountedByItsCode() throws Exception {
        file(2);
        Command.Result run = run("--messages", "1");
        assertThat(run.code()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("failed: CONNACK 5 2", "0 devices done");
    }

    @Test
    void withoutTheLibraryItSaysWhatIsMissing() throws Exception {
        file(1);
        Command.Result run = command(List.of()).run();
        assertThat(run.code()).as(run.output()).isEqualTo(2);
        assertThat(run.output()).contains("Eclipse Paho").doesNotContain("Exception");
    }

    /** The import file, which has so many rows. */
    private String file(int rows) throws Exception {
        String csv = ImportFile.of(1, rows);
        Files.writeString(directory.resolve("devices.csv"), csv);
        return csv;
    }

    private int active() {
        return fleet.organization()
                .get(fleet.devicesPath() + "?size=1&status=ACTIVE")
                .expect(200)
                .json()
                .getInt("total");
    }

    private Command.Result run(String... options) throws Exception {
        Path paho = Path.of(MqttClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return command(List.of("-cp", paho.toString()), options).run();
    }

    private Command command(List<String> classPath, String... options) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(classPath);
        line.addAll(List.of(
                Path.of(System.getProperty("muster.home"), "src/samples/Simulator.java")
                        .toString(),
                "--mqtt",
                "--mqtt-port",
                Integer.toString(database.server().port(MqttDevice.PORT)),
                "--url",
                database.server().url(),
                "--cacert",
                database.server().root().toString()));
        line.addAll(List.of(options));
        line.addAll(List.of(certificate.accessKey(), "devices.csv"));
        return Command.of(directory, line.toArray(String[]::new))
                .with("MUSTER_ACCESS_TOKEN", certificate.accessToken());
    }
}
