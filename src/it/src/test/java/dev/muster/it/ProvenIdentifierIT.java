package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An identifier in a proof keeps to the manufacturer's scheme as one in an import does, in every form of proof. */
class ProvenIdentifierIT {

    private static final String MESSAGE = "{\"data\":{\"t\":1}}";

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;

    @BeforeEach
    void start() {
        server = database.server();
    }

    @Test
    void aSerialNumberWithSmallLettersIsProvenInAnyCase() {
        Fleet fleet = Fleet.create(server, "SERIAL", "sn-[0-9a-f]{4}");
        fleet.enroll(ImportFile.single("sn-00ab"));
        Certificate certificate = fleet.newCertificate();
        Answer created = request(certificate, "sn-00ab").expect(201);
        assertThat(created.text("uniqueIdentifier")).isEqualTo("sn-00ab");
        assertThat(request(certificate, "SN-00AB").expect(200).text("deviceId")).isEqualTo(created.text("deviceId"));
        assertProblem(request(certificate, "sn-00xy"), 422, ProblemCode.INVALID_IDENTIFIER);
    }

    @Test
    void anImeiWithAWrongCheckDigitIsNobodys() throws Exception {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 1));
        String right = ImportFile.imei(1);
        String wrong = right.substring(0, 14) + (right.charAt(14) - '0' + 1) % 10;
        Certificate certificate = fleet.newCertificate();
        assertProblem(request(certificate, wrong), 422, ProblemCode.INVALID_IDENTIFIER);
        DeviceCa factory = DeviceCa.create(fleet, directory);
        CertifiedDevice device = factory.device(wrong);
        ApiClient shown = TlsDevice.of(server, device.key(), device.certificate(), factory.certificate());
        assertProblem(shown.post("/api/v1/provision", "{}"), 422, ProblemCode.INVALID_IDENTIFIER);
        assertProblem(shown.post("/api/v1/telemetry", MESSAGE), 422, ProblemCode.INVALID_IDENTIFIER);
        request(certificate, right.substring(0, 14)).expect(201);
        assertProblem(shown.post("/api/v1/telemetry", MESSAGE), 422, ProblemCode.INVALID_IDENTIFIER);
    }

    private Answer request(Certificate certificate, String identifier) {
        return SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, identifier));
    }
}
