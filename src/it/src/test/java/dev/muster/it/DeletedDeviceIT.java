package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A device that reports while somebody deletes it: it is let come again, and is nobody then. */
class DeletedDeviceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MusterServer server = Database.POSTGRESQL.server();
    private final Fleet fleet = Fleet.create(server);

    @Test
    void aMessageThatMeetsTheDeletionOfItsDeviceIsToComeAgain() throws Exception {
        fleet.enroll(ImportFile.of(1, 1));
        SimulatedDevice device = SimulatedDevice.provision(server, fleet.newCertificate(), ImportFile.imei(1));
        device.report(1, "{\"t\":1}").expect(202);
        try (Connection deleting = Database.postgres().connect()) {
            deleting.setAutoCommit(false);
            delete(deleting, device);
            CompletableFuture<Answer> message = CompletableFuture.supplyAsync(() -> device.report(2, "{\"t\":2}"));
            Await.until(PATIENCE, Database.postgres()::waiting, waiting -> waiting > 0);
            deleting.commit();
            Answer refused = message.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertProblem(refused, 503, ProblemCode.UNAVAILABLE);
            assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        }
        assertProblem(device.report(2, "{\"t\":2}"), 401, ProblemCode.UNAUTHENTICATED);
    }

    private static void delete(Connection connection, SimulatedDevice device) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from device where id = ?")) {
            delete.setObject(1, UUID.fromString(device.id()));
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
    }
}
