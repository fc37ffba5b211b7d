package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everybody else is told of revocations: signed lists, read by openssl. */
class RevocationListIT {

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private String path;
    private X509 certificate;

    @BeforeEach
    void makeACertificate() {
        server = database.server();
        fleet = Fleet.create(server);
        path = fleet.certificatesPath() + "/" + fleet.newCertificate().id();
        certificate = X509.of(
                fleet.manufacturer().get(path + "/certificate.pem").expect(200).body());
    }

    @Test
    void opensslBelievesItAndRefusesWhatItNames() throws Exception {
        Openssl openssl = new Openssl(directory);
        Path root = server.deviceRoot();
        RevocationListOfRoot before = RevocationListOfRoot.at(server, certificate);
        assertThat(openssl.verifyWithList(certificate.pem(), before.der(), root))
                .contains("leaf.pem: OK");

        fleet.manufacturer().delete(path + "?reason=KEY_COMPROMISE").expect(204);

        RevocationListOfRoot after = RevocationListOfRoot.at(server, certificate);
        assertThat(openssl.verifyWithList(certificate.pem(), after.der(), root)).contains("certificate revoked");
        assertThat(openssl.revocationList(after.der(), root))
                .contains("verify OK", "Version 2", "X509v3 CRL Number", "Authority Key Identifier")
                .containsPattern(certificate.serialNumberText() + "\\s+Revocation Date: [^\n]+\\s+CRL entry extensions:"
                        + "\\s+X509v3 CRL Reason Code:\\s+Key Compromise");
        assertThat(after.number()).isGreaterThan(before.number());
    }

    @Test
    void whatIsPlannedIsNotOnIt() {
        fleet.manufacturer()
                .delete(path + "?at=" + Instant.now().plus(Duration.ofHours(1)))
                .expect(200);

        assertThat(RevocationListOfRoot.at(server, certificate).names(certificate))
                .isFalse();
    }

    @Test
    void isFreshAndSaysUntilWhen() {
        RevocationListOfRoot crl = RevocationListOfRoot.at(server, certificate);
        Instant thisUpdate = crl.list().getThisUpdate().toInstant();

        assertThat(thisUpdate).isBetween(Instant.now().minusSeconds(70), Instant.now());
        assertThat(crl.list().getNextUpdate().toInstant()).isEqualTo(thisUpdate.plus(Duration.ofDays(1)));
    }

    /** A signature for each of many requests would be a lever against the server. */
    @Test
    void isSignedOnceForManyWhoAsk() {
        fleet.manufacturer().delete(path).expect(204);
        RevocationListOfRoot first = RevocationListOfRoot.at(server, certificate);
        for (int i = 0; i < 20; i++) {
            RevocationListOfRoot again = RevocationListOfRoot.at(server, certificate);
            boolean isRenewed = Duration.between(
                                    first.list().getThisUpdate().toInstant(),
                                    again.list().getThisUpdate().toInstant())
                            .compareTo(Duration.ofSeconds(59))
                    >= 0;
            assertThat(again.etag().equals(first.etag())).isNotEqualTo(isRenewed);
        }
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String address = RevocationListOfRoot.address(certificate);
        HttpResponse<byte[]> response = server.nobody().download(address);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/pkix-crl");
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(response.headers().firstValue("Last-Modified")).isPresent();
        String etag = response.headers().firstValue("ETag").orElseThrow();

        Answer same = conditional(address, etag);
        fleet.manufacturer().delete(path).expect(204);
        Answer newer = conditional(address, etag);

        assertThat(same.status()).isIn(304, 200);
        assertThat(newer.status()).isEqualTo(200);
        assertThat(conditional(address, newer.header("ETag").orElseThrow()).status())
                .isIn(304, 200);
    }

    @Test
    void anotherIssuerDoesNotExist() {
        assertProblem(server.nobody().get("/api/v1/pki/crl/" + UUID.randomUUID()), 404, ProblemCode.NOT_FOUND);
    }

    private Answer conditional(String address, String etag) {
        return server.nobody()
                .send(server.nobody()
                        .request(address)
                        .header("If-None-Match", etag)
                        .GET());
    }
}
