package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A device that reports while somebody deletes it: it is let come again or is nobody, and no other device waits for it. */
class DeletedDeviceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** So many that some of them share the lane of the deleted one. */
    private static final int OTHERS = 8;

    private final MusterServer server = Database.POSTGRESQL.server();
    private final Fleet fleet = Fleet.create(server);

    @Test
    void aMessageThatMeetsTheDeletionOfItsDeviceIsToComeAgain() throws Exception {
        fleet.enroll(ImportFile.of(1, 1 + OTHERS));
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        List<SimulatedDevice> others = IntStream.rangeClosed(2, 1 + OTHERS)
                .mapToObj(number -> SimulatedDevice.provision(server, certificate, ImportFile.imei(number)))
                .toList();
        device.report(1, "{\"t\":1}").expect(202);
        try (Connection deleting = Database.postgres().connect()) {
            deleting.setAutoCommit(false);
            delete(deleting, device);
            CompletableFuture<Answer> message = CompletableFuture.supplyAsync(() -> device.report(2, "{\"t\":2}"));
            Await.until(PATIENCE, Database.postgres()::waiting, waiting -> waiting > 0);
            others.forEach(other -> other.report(1, "{\"t\":1}").expect(202));
            assertThat(message).isNotDone();
            deleting.commit();
            assertRefused(message.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        assertProblem(device.report(2, "{\"t\":2}"), 401, ProblemCode.UNAUTHENTICATED);
    }

    /** It depends on what the message was waiting for when the deletion was committed. */
    private static void assertRefused(Answer refused) {
        if (refused.status() == 503) {
            assertProblem(refused, 503, ProblemCode.UNAVAILABLE);
            assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        } else {
            assertProblem(refused, 401, ProblemCode.UNAUTHENTICATED);
        }
    }

    private static void delete(Connection connection, SimulatedDevice device) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from device where id = ?")) {
            delete.setObject(1, UUID.fromString(device.id()));
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
    }
}
