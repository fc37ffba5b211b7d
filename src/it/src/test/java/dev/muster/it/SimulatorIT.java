package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code src/samples/Simulator.java}, as the README has it run. */
@Tag("endurance")
class SimulatorIT {

    private static final Path HOME = Path.of(System.getProperty("muster.home"));
    private static final int DEVICES = Integer.getInteger("muster.it.simulated-devices", 300);

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private Fleet fleet;
    private Certificate certificate;

    @BeforeEach
    void saveTheKey() throws IOException {
        fleet = Fleet.create(database.server());
        certificate = fleet.newCertificate();
        Files.writeString(directory.resolve("muster.key"), certificate.privateKey());
    }

    @Test
    void everyDeviceJoinsOnceAlthoughTheServerIsKilledInBetween() throws Exception {
        fleet.enroll(file("trackers.csv", DEVICES));
        Process simulator = start("--messages", "2", "--connections", "4", "trackers.csv");
        Await.until(Duration.ofMinutes(2), this::devices, some -> some > DEVICES / 4);
        database.server().kill();
        database.server().launch();
        assertThat(simulator.waitFor(10, TimeUnit.MINUTES)).as(output()).isTrue();
        assertThat(simulator.exitValue()).as(output()).isZero();
        assertThat(output())
                .contains(
                        DEVICES + " different device ids", 2 * DEVICES + " messages taken", "tried again: unreachable");
        // a server that starts has no port open before its application is there
        assertThat(output()).doesNotContain("tried again: HTTP");
        assertThat(devices()).isEqualTo(DEVICES);
    }

    @Test
    void whatIsNotImportedIsToldAndFailsTheRun() throws Exception {
        file("strangers.csv", 2);
        Process simulator = start("--patience", "1", "strangers.csv");
        assertThat(simulator.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(simulator.exitValue()).isEqualTo(1);
        assertThat(output()).contains("failed: device-not-imported 2", "0 devices done");
    }

    @Test
    void theTokenIsNeitherOnTheCommandLineNorInTheOutput() throws Exception {
        fleet.enroll(file("one.csv", 1));
        Process simulator = start("--messages", "0", "one.csv");
        assertThat(simulator.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(simulator.exitValue()).as(output()).isZero();
        assertThat(output()).contains("1 created (201)").doesNotContain(certificate.accessToken());
    }

    private String file(String name, int rows) throws IOException {
        String csv = ImportFile.of(1, rows);
        Files.writeString(directory.resolve(name), csv);
        return csv;
    }

    private int devices() {
        return fleet.organization()
                .get(fleet.devicesPath() + "?size=1")
                .expect(200)
                .json()
                .getInt("total");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HOME.resolve("src/samples/Simulator.java").toString(),
                "--url",
                database.server().url(),
                "--cacert",
                database.server().root().toString()));
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add(words.size() - 1, certificate.accessKey());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().put("MUSTER_ACCESS_TOKEN", certificate.accessToken());
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }
}
