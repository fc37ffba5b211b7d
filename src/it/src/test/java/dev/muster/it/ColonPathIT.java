package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path may have colons, as a MAC address has: the server's own check of permissions cannot read them. */
class ColonPathIT {

    private final MusterServer server = Database.POSTGRESQL.server();

    @ParameterizedTest
    @ValueSource(strings = {"02:00:5E:00:00:01", "02%3A00%3a5E%3A00%3A00%3A01", "02-00-5e-00-00-01"})
    void anIdentifierInAPathIsRead(String written) {
        Fleet fleet = Fleet.create(server, "MAC");
        fleet.enroll("uniqueIdentifier,deviceName,deviceType\n02:00:5E:00:00:01,sensor,STANDALONE\n");
        String path = fleet.manufacturerPath() + "/identifiers/" + written;

        Answer standing = fleet.manufacturer().get(path).expect(200);

        assertThat(standing.text("state")).isEqualTo("ENROLLED");
        fleet.manufacturer().delete(path + "?reason=Sold%3A%20twice").expect(204);
        assertThat(fleet.enrollments()).isZero();
    }

    /** A colon that is encoded twice is not a colon: it stays what the client wrote. */
    @Test
    void aColonThatIsEncodedTwiceIsNoColon() {
        Fleet fleet = Fleet.create(server, "ANY");
        fleet.enroll("uniqueIdentifier,deviceName,deviceType\na%3Ab,sensor,STANDALONE\n");
        String path = fleet.manufacturerPath() + "/identifiers/";

        assertThat(fleet.manufacturer().get(path + "a%253Ab").expect(200).text("state"))
                .isEqualTo("ENROLLED");
        assertThat(fleet.manufacturer().get(path + "a%3Ab").expect(200).text("state"))
                .isEqualTo("NOT_ENROLLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/:", "/api/v1/a:b", "/api/v1/a%3Ab", "/api/v1/me:x"})
    void whatDoesNotExistIsNotFound(String path) {
        assertProblem(server.administratorByToken().get(path), 404, ProblemCode.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal:", "/login.xhtml:", "/a%3Ab/c", "/:"})
    void aPageThatDoesNotExistLeadsToTheLogin(String path) {
        Answer answer = server.nobody().get(path);

        assertThat(answer.status()).isEqualTo(server.nobody().get("/nowhere").status());
        assertThat(answer.status()).isEqualTo(302);
    }
}
