package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Devices as a file: the same ones as in the list, however many, and nothing in it that a spreadsheet calculates. */
@OnBothDatabases
class DeviceExportIT {

    private static final String HEADER = "\uFEFFuniqueIdentifier,deviceName,deviceType,status,credentialStatus,"
            + "createdAt,firstUsedAt,lastUsedAt,suspendedAt,invalidatedAt,id";

    private static final int MANY = 30_000;

    @Parameter
    Database database;

    private Fleet fleet;
    private Certificate certificate;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(database.server());
        certificate = fleet.newCertificate();
    }

    @Test
    void theFileHasWhatTheListHas() {
        fleet.enroll("uniqueIdentifier,deviceName,deviceType\n%s,'=1+2,GATEWAY\n%s,Truck,STANDALONE\n"
                .formatted(ImportFile.imei(1), ImportFile.imei(2)));
        SimulatedDevice first = SimulatedDevice.provision(database.server(), certificate, ImportFile.imei(1));
        SimulatedDevice.provision(database.server(), certificate, ImportFile.imei(2));
        fleet.organization()
                .post(fleet.devicesPath() + "/" + first.id() + "/suspend", "")
                .expect(200);
        Answer all = file("");
        assertThat(all.header("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(all.header("Content-Disposition")).contains("attachment; filename=\"devices.csv\"");
        List<String> lines = all.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(lines.get(1)).startsWith(ImportFile.imei(2) + ",Truck,STANDALONE,PROVISIONED,INACTIVE,");
        assertThat(lines.get(2))
                .as("the name itself begins with an apostrophe, and gets another one")
                .startsWith(ImportFile.imei(1) + ",''=1+2,GATEWAY,PROVISIONED,SUSPENDED,")
                .endsWith("," + first.id());
        assertThat(file("?type=GATEWAY").body().lines()).containsExactly(HEADER, lines.get(2));
        assertThat(file("?search=truck&status=PROVISIONED").body().lines()).containsExactly(HEADER, lines.get(1));
        assertThat(file("?credentialStatus=SUSPENDED").body().lines()).containsExactly(HEADER, lines.get(2));
        assertThat(file("?credentialStatus=INACTIVE").body().lines()).containsExactly(HEADER, lines.get(1));
        assertThat(file("?status=INVALIDATED").body().lines()).containsExactly(HEADER);
        assertProblem(fleet.organization().get(path() + "?status=x"), 422, ProblemCode.VALIDATION_FAILED);
    }

    /** More than a server would hold: each once, although all of them came in the same instant. */
    @Test
    void thousandsComeInOneFile() throws SQLException {
        assumeTrue(database == Database.POSTGRESQL, "the other database is its server's alone");
        String importId = fleet.upload(BodyPublishers.ofString(ImportFile.of(1, MANY)))
                .expect(202)
                .text("id");
        awaitStatus(importId, "DRAFT");
        fleet.commit(importId).expect(202);
        awaitStatus(importId, "COMMITTED");
        joinAll(importId);
        Set<String> identifiers = file("?import=" + importId)
                .body()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, 15))
                .collect(Collectors.toSet());
        assertThat(identifiers).hasSize(MANY);
        assertThat(file("").body().lines().count()).isEqualTo(1 + MANY);
    }

    private void awaitStatus(String importId, String status) {
        Await.until(
                Duration.ofMinutes(3),
                () -> fleet.organization()
                        .get(fleet.importsPath() + "/" + importId)
                        .expect(200)
                        .text("status"),
                status::equals);
    }

    private void joinAll(String importId) throws SQLException {
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("""
                    insert into device (id, organization_id, enrollment_id, certificate_id, unique_identifier, name, type,
                      access_key, access_token_hash, created_at, rotated_at)
                    select gen_random_uuid(), organization_id, id, '%s', unique_identifier, device_name, device_type,
                      'EXPORT' || id, 'none', now(), now() from enrollment where batch_id = '%s'""".formatted(certificate.id(), importId)))
                    .isEqualTo(MANY);
        }
    }

    private Answer file(String query) {
        return fleet.organization().get(path() + query).expect(200);
    }

    private String path() {
        return fleet.organizationPath() + "/devices.csv";
    }
}
