package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The server that every other test relies on. */
@OnBothDatabases
class StartIT {

    @Parameter
    Database database;

    @Test
    void aStartedServerCallsItselfReadyOverItsOwnCertificate() {
        Answer health = database.server().nobody().get("/health/ready").expect(200);
        assertThat(health.text("status")).isEqualTo("UP");
    }

    @Test
    void bothRootsCanBeHadByEveryone() throws Exception {
        ApiClient nobody = database.server().nobody();
        String server = nobody.get("/api/v1/pki/server.pem").expect(200).body();
        String device = nobody.get("/api/v1/pki/root.pem").expect(200).body();
        assertThat(server).isEqualTo(Files.readString(database.server().root()));
        assertThat(X509.of(device).certificate().getPublicKey())
                .isNotEqualTo(X509.of(server).certificate().getPublicKey());
        assertThat(X509.of(device).certificate().getBasicConstraints()).isOne();
        assertThat(X509.of(server).certificate().getBasicConstraints()).isZero();
    }

    /** Payara's module that would tell its makers about each server leaves its settings in this file. */
    @Test
    void theServerDoesNotCallItsMakers() throws Exception {
        String domain =
                Files.readString(database.server().locations().work().resolve("domains/muster/config/domain.xml"));
        assertThat(domain).contains("<microprofile-healthcheck-configuration").doesNotContain("phone-home");
    }

    @Test
    void theDevicesPortIsForDevicesAlone() {
        ApiClient devices = database.server().onDevicePort();

        assertThat(devices.get("/api/v1/device").status()).isEqualTo(401);
        assertThat(devices.post("/api/v1/provision/ABCDEFGHIJKLMNOPQRSTUVWXYZ", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(devices.get("/api/v1/provision/ABCDEFGHIJKLMNOPQRSTUVWXYZ/nonce")
                        .status())
                .isEqualTo(200);
        Problems.assertProblem(devices.get("/api/v1/organizations"), 404, ProblemCode.NOT_FOUND);
        Problems.assertProblem(devices.get("/api/v1/pki/root.pem"), 404, ProblemCode.NOT_FOUND);
        Problems.assertProblem(devices.get("/api/v1/pki/server.pem"), 404, ProblemCode.NOT_FOUND);
        assertThat(devices.get("/login.xhtml").status()).isEqualTo(404);
    }
}
