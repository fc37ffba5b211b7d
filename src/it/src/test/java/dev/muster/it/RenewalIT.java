package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** How many certificates a device has, and what becomes of those that it lost. */
@OnBothDatabases
class RenewalIT {

    private static final String PROVISION = "/api/v1/provision";
    private static final String SELF = "/api/v1/device";

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private OwnKey own;
    private Answer first;

    @BeforeEach
    void provision() throws Exception {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 1));
        Certificate certificate = fleet.newCertificate();
        own = OwnKey.create(directory);
        first = server.nobody()
                .post(PROVISION + "/" + certificate.accessKey(), own.body(certificate, ImportFile.imei(1)))
                .expect(201);
    }

    @Test
    void aThirdEndsTheOneThatWasLostAndTheListNamesIt() throws Exception {
        Answer lost = renew(own, first);
        OwnKey next = OwnKey.create(directory);
        Answer second = server(own, first).post(PROVISION, next.body()).expect(200);
        assertThat(serialNumbers()).containsExactly(serialNumber(second), serialNumber(first));
        assertProblem(server(own, lost).get(SELF), 403, ProblemCode.CERTIFICATE_REVOKED);
        RevocationListOfRoot list = RevocationListOfRoot.at(server, OwnKey.leaf(lost));
        assertThat(list.serialNumbers()).containsExactly(serialNumber(lost));
        assertThat(list.list()
                        .getRevokedCertificate(serialNumber(lost))
                        .getRevocationReason()
                        .name())
                .isEqualTo("SUPERSEDED");
        server(own, first).get(SELF).expect(200);
        server(next, second).get(SELF).expect(200);
        assertThat(serialNumbers()).containsExactly(serialNumber(second));
    }

    /** The certificate that replaces another may be renewed itself: then it has been used. */
    @Test
    void aChainOfRenewalsKeepsTwo() {
        Answer last = first;
        for (int i = 0; i < 3; i++) {
            Answer next = renew(own, last);
            assertThat(serialNumbers()).containsExactly(serialNumber(next), serialNumber(last));
            last = next;
        }
    }

    @Test
    void parallelOnesLeaveTwoAndOneOfThemIsTheLastAnswer() throws Exception {
        List<CompletableFuture<Answer>> renewals = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ApiClient device = server(own, first);
            renewals.add(CompletableFuture.supplyAsync(() -> device.post(PROVISION, own.body())));
        }
        List<Answer> answers = new ArrayList<>();
        for (CompletableFuture<Answer> renewal : renewals) {
            answers.add(renewal.get());
        }
        List<Answer> renewed =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(renewed).hasSize(10);
        answers.stream().filter(answer -> answer.status() != 200).forEach(refused -> {
            assertProblem(refused, 429, ProblemCode.RATE_LIMITED);
            assertThat(Long.parseLong(refused.header("Retry-After").orElseThrow()))
                    .isBetween(86_300L, 86_400L);
        });
        List<BigInteger> valid = serialNumbers();
        assertThat(valid).hasSize(2).contains(serialNumber(first));
        assertThat(renewed).extracting(RenewalIT::serialNumber).contains(valid.getFirst());
        assertThat(fleet.ownAttempts("outcome=rate-limited").json().getInt("total"))
                .isEqualTo(2);
        server(own, first).get(SELF).expect(200);
    }

    private Answer renew(OwnKey key, Answer shown) {
        return server(key, shown).post(PROVISION, key.body()).expect(200);
    }

    private ApiClient server(OwnKey key, Answer shown) {
        return key.client(server, shown);
    }

    private static BigInteger serialNumber(Answer provisioned) {
        return OwnKey.leaf(provisioned).serialNumber();
    }

    /** Of the certificates that are valid, the newest first. */
    private List<BigInteger> serialNumbers() {
        return fleet
                .organization()
                .get(fleet.devicesPath() + "/" + first.text("deviceId") + "/certificates")
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(one -> new BigInteger(one.getString("serialNumber"), 16))
                .toList();
    }
}
