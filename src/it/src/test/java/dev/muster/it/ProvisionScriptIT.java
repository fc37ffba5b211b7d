package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code src/samples/provision.sh}, as the README has it run. */
class ProvisionScriptIT {

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
    }

    @Test
    void theFirstDevicesOfTheSampleFileAreProvisionedAndReport() throws Exception {
        fleet.enroll(Files.readString(HOME.resolve("src/samples/trackers.csv")));
        Command.Result run =
                run("--csv", HOME.resolve("src/samples/trackers.csv").toString(), "--count", "3");
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains(": 201 ", "telemetry: 202 ", "3 tried, 3 provisioned.");
        try (Stream<Path> kept = Files.list(directory.resolve("devices"))) {
            List<Path> files = kept.toList();
            assertThat(files).hasSize(3).allSatisfy(ProvisionScriptIT::assertForTheOwnerAlone);
            assertThat(run.output()).doesNotContain(accessToken(files.get(0)));
        }
        assertThat(fleet.organization()
                        .get(fleet.devicesPath())
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(3);
    }

    @Test
    void aDeviceThatNobodyImportedIsTriedAgainAndToldWhy() throws Exception {
        Command.Result run = run("--tries", "1", ImportFile.imei(1));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains(": 404 ", "device-not-imported", "No organization has imported");
    }

    /** EC P-256 is that of the tests above. */
    @ParameterizedTest
    @ValueSource(strings = {"EC_P384", "RSA_3072", "ED25519"})
    void everyKindOfKeySigns(String keyAlgorithm) throws Exception {
        fleet.enroll(ImportFile.of(1, 1));
        String wish = "{\"name\":\"other\",\"keyAlgorithm\":\"%s\",\"validityDays\":30}".formatted(keyAlgorithm);
        certificate = Certificate.of(fleet.manufacturer()
                .post(fleet.certificatesPath(), wish)
                .expect(201)
                .json());
        Files.writeString(directory.resolve("muster.key"), certificate.privateKey());
        Command.Result run = run(ImportFile.imei(1));
        assertThat(run.code()).as(run.output()).isZero();
    }

    private Command.Result run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("src/samples/provision.sh").toString(),
                "--url",
                database.server().url(),
                "--cacert",
                database.server().root().toString(),
                certificate.accessKey()));
        command.addAll(List.of(arguments));
        return Command.of(directory, command.toArray(String[]::new))
                .with("MUSTER_ACCESS_TOKEN", certificate.accessToken())
                .run();
    }

    private static void assertForTheOwnerAlone(Path file) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static String accessToken(Path file) throws Exception {
        return Files.readString(file).replaceAll("(?s).*\"accessToken\" *: *\"([^\"]*)\".*", "$1");
    }
}
