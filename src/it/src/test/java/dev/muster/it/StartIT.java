package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

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
    void theRootCanBeHadByEveryone() throws Exception {
        Answer root = database.server().nobody().get("/api/v1/pki/root.pem").expect(200);
        assertThat(root.body())
                .isEqualTo(java.nio.file.Files.readString(
                        database.server().locations().rootCertificate()));
    }
}
