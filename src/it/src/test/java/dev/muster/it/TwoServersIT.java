package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.transparency.Checkpoint;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database: what is revoked on the one is revoked on the other from then on, with no word between them. */
class TwoServersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MusterServer a = Database.POSTGRESQL.server();
    private final MusterServer b = Database.another();

    @TempDir
    Path directory;

    private Fleet fleet;
    private Certificate certificate;
    private String path;
    private X509 x509;

    @BeforeEach
    void makeACertificate() {
        fleet = Fleet.create(a);
        fleet.enroll(ImportFile.of(1, 4));
        certificate = fleet.newCertificate();
        path = fleet.certificatesPath() + "/" + certificate.id();
        x509 = X509.of(
                fleet.manufacturer().get(path + "/certificate.pem").expect(200).body());
    }

    @Test
    void whatOneRevokesTheOtherRefusesAtOnce() throws Exception {
        SimulatedDevice atA = SimulatedDevice.provision(a, certificate, ImportFile.imei(1));
        SimulatedDevice atB = SimulatedDevice.provision(b, certificate, ImportFile.imei(2));
        ApiClient sameAtB = atA.client().at(b);
        sameAtB.get("/api/v1/device").expect(200);
        RevocationListOfRoot before = RevocationListOfRoot.at(b, x509);
        assertThat(before.names(x509)).isFalse();

        fleet.manufacturer().delete(path).expect(204);

        assertProblem(sameAtB.get("/api/v1/device"), 403, ProblemCode.DEVICE_INVALIDATED);
        assertProblem(atB.report(1, "{\"a\":1}"), 403, ProblemCode.DEVICE_INVALIDATED);
        assertRefused(b);
        assertListed(RevocationListOfRoot.at(b, x509), before);
    }

    @Test
    void quotasCountOnBothServersTogether() throws Exception {
        Quotas quotas = new Quotas(fleet);
        List<Draft> drafts = IntStream.range(0, 6)
                .mapToObj(i -> Draft.of(fleet, ImportFile.of(100L * (i + 1), 4)))
                .toList();
        ApiClient there = fleet.organization().at(b);
        quotas.ofOrganization("devices", 14);
        List<Callable<Answer>> commits = IntStream.range(0, drafts.size())
                .<Callable<Answer>>mapToObj(i -> () -> (i % 2 == 0 ? fleet.organization() : there)
                        .post(drafts.get(i).path() + "/commit", "{}"))
                .toList();

        Quotas.assertAmount(Quotas.together(commits), 200, 2);

        assertThat(fleet.enrollments()).as("four were enrolled before").isEqualTo(12);
        Fleet unused = Fleet.create(a);
        new Quotas(unused).ofManufacturer("generatedKeysPerHour", 5);
        List<Callable<Answer>> keys = IntStream.range(0, 12)
                .<Callable<Answer>>mapToObj(i -> () -> (i % 2 == 0
                                ? unused.manufacturer()
                                : unused.manufacturer().at(b))
                        .post(
                                unused.certificatesPath(),
                                "{\"name\":\"it\",\"purpose\":\"PROOF\",\"validityDays\":30,"
                                        + "\"keyAlgorithm\":\"EC_P256\"}"))
                .toList();
        assertThat(Quotas.together(keys))
                .filteredOn(answer -> answer.status() == 201)
                .hasSize(5);
    }

    @Test
    void aNonceOfOneCountsOnTheOtherAndOnce() throws Exception {
        String nonce = a.nobody()
                .get("/api/v1/provision/" + certificate.accessKey() + "/nonce")
                .expect(200)
                .text("nonce");
        String body = new Openssl(directory).bare(BareProof.clockless(certificate, ImportFile.imei(3), nonce));
        SimulatedDevice.request(b.nobody(), certificate.accessKey(), body).expect(201);
        for (MusterServer server : List.of(a, b)) {
            assertProblem(
                    SimulatedDevice.request(server.nobody(), certificate.accessKey(), body),
                    409,
                    ProblemCode.REPLAYED_PROOF);
        }
    }

    /** A second server gives nobody a second row of guesses. */
    @Test
    void wrongPasswordsCountOnBoth() {
        String name = fleet.manager();
        ApiClient atA = a.nobodyAt("127.0.0.24").basic(name, "not the password");
        ApiClient atB = b.nobodyAt("127.0.0.24").basic(name, "not the password");
        String wish = "{\"name\":\"it\",\"expiresInDays\":1}";
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            statuses.add((i % 2 == 0 ? atA : atB).post("/api/v1/tokens", wish).status());
        }
        assertThat(statuses.stream().filter(status -> status == 401).count()).isBetween(6L, 7L);
        assertThat(statuses).endsWith(429);
        b.nobodyAt("127.0.0.25")
                .basic(name, Fleet.CHOSEN)
                .post("/api/v1/tokens", wish)
                .expect(201);
    }

    @Test
    void anExpiredCertificateProvesNobodyAndItsDevicesGoOn() throws SQLException {
        SimulatedDevice joined = SimulatedDevice.provision(a, certificate, ImportFile.imei(1));
        expire();
        for (MusterServer server : List.of(a, b)) {
            assertProblem(
                    SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(4))),
                    403,
                    ProblemCode.CERTIFICATE_EXPIRED);
        }
        joined.report(1, "{\"a\":1}").expect(202);
    }

    @Test
    void ofAThousandTriesOfOneProofAtBothOneSucceeds() throws Exception {
        String body = Proof.fresh(certificate, ImportFile.imei(1)).body();
        List<Answer> answers =
                new AtOnce(List.of(a, b), certificate.accessKey()).send(Collections.nCopies(1_000, body));
        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).containsEntry(201, 1L);
        // more than a server takes at a time: some are told to come again
        assertThat(statuses.keySet()).isSubsetOf(201, 409, 429);
        assertThat(statuses.get(409)).isGreaterThan(300);
        Answer devices = fleet.organization().get(fleet.devicesPath()).expect(200);
        assertThat(devices.json().getInt("total")).isEqualTo(1);
    }

    @Test
    void anOrganizationHasOneIssuingAuthorityWhicheverServerMakesIt() throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            bodies.add(OwnKey.create(directory).body(certificate, ImportFile.imei(i)));
        }
        List<Answer> answers = new AtOnce(List.of(a, b), certificate.accessKey()).send(bodies);
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> OwnKey.chain(answer).get(1)).distinct())
                .hasSize(1);
    }

    /** A device sends to both at once, again and again: two of its certificates are valid, and ten renewals are answered. */
    @Test
    void renewalsAtBothAtOnceLeaveTwoCertificatesAndAreCountedTogether() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Answer first = a.nobody()
                .post("/api/v1/provision/" + certificate.accessKey(), own.body(certificate, ImportFile.imei(1)))
                .expect(201);
        List<CompletableFuture<Answer>> renewals = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            ApiClient device = own.client(i % 2 == 0 ? a : b, first);
            renewals.add(CompletableFuture.supplyAsync(() -> device.post("/api/v1/provision", own.body())));
        }
        List<Answer> renewed = new ArrayList<>();
        for (CompletableFuture<Answer> renewal : renewals) {
            if (renewal.get().status() == 200) {
                renewed.add(renewal.get());
            } else {
                assertRenewedTooOften(renewal.get());
            }
        }
        assertThat(renewed).hasSize(10);
        String certificates = fleet.devicesPath() + "/" + first.text("deviceId") + "/certificates";
        for (MusterServer server : List.of(a, b)) {
            Answer valid = fleet.organization().at(server).get(certificates).expect(200);
            assertThat(valid.json().getInt("total")).isEqualTo(2);
        }
        assertThat(renewed.stream()
                        .filter(answer ->
                                own.client(b, answer).get("/api/v1/device").status() == 200))
                .hasSize(1);
    }

    @Test
    void aDayAfterItsTenthLastRenewalADeviceRenewsAgain() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Answer first = a.nobody()
                .post("/api/v1/provision/" + certificate.accessKey(), own.body(certificate, ImportFile.imei(1)))
                .expect(201);
        ApiClient device = own.client(a, first);
        for (int i = 0; i < 10; i++) {
            device.post("/api/v1/provision", own.body()).expect(200);
        }
        assertRenewedTooOften(own.client(b, first).post("/api/v1/provision", own.body()));
        device.get("/api/v1/device").expect(200);
        Database.postgres()
                .execute("update credential_certificate set issued_at = issued_at - interval '23 hours 59 minutes 58"
                        + " seconds' where device_id = '" + first.text("deviceId") + "'");
        Answer answer = Await.until(
                PATIENCE, () -> own.client(b, first).post("/api/v1/provision", own.body()), one -> one.status() == 200);
        own.client(b, answer).get("/api/v1/device").expect(200);
    }

    private static void assertRenewedTooOften(Answer answer) {
        assertProblem(answer, 429, ProblemCode.RATE_LIMITED);
        assertThat(answer.text("detail")).contains("10 times within 24 hours");
        assertThat(Long.parseLong(answer.header("Retry-After").orElseThrow())).isBetween(86_300L, 86_400L);
    }

    @Test
    void whatIsPlannedOnOneComesOnTheOther() {
        SimulatedDevice atB = SimulatedDevice.provision(b, certificate, ImportFile.imei(1));
        plan(Instant.now().plus(Duration.ofHours(1)));
        SimulatedDevice planned = SimulatedDevice.provision(b, certificate, ImportFile.imei(2));
        planned.report(1, "{\"a\":1}").expect(202);
        assertThat(RevocationListOfRoot.at(b, x509).names(x509)).isFalse();
        Instant at = Instant.now().plusSeconds(5);
        plan(at);

        Await.until(PATIENCE, () -> atB.client().get("/api/v1/device").status(), status -> status == 403);

        assertThat(Instant.now()).isAfterOrEqualTo(at.minusMillis(1));
        assertProblem(planned.report(2, "{\"a\":2}"), 403, ProblemCode.DEVICE_INVALIDATED);
        assertRefused(b);
        assertRefused(a);
        assertThat(RevocationListOfRoot.at(b, x509).names(x509)).isTrue();
        assertProblem(fleet.manufacturer().at(b).delete(path + "/revocation"), 409, ProblemCode.CONFLICT);
    }

    @Test
    void whatIsPlannedOnOneCanBeCancelledOnTheOther() {
        SimulatedDevice device = SimulatedDevice.provision(a, certificate, ImportFile.imei(1));
        Instant at = Instant.now().plusSeconds(10);
        plan(at);
        fleet.manufacturer().at(b).delete(path + "/revocation").expect(204);

        Await.until(PATIENCE, Instant::now, now -> now.isAfter(at.plusMillis(200)));

        device.report(1, "{\"a\":1}").expect(202);
        SimulatedDevice.provision(b, certificate, ImportFile.imei(2));
        assertThat(RevocationListOfRoot.at(b, x509).names(x509)).isFalse();
    }

    /** RFC 5280, section 5.2.3: one number, one content, and what is newer has the greater number. */
    @Test
    void listsAreNumberedInOneOrderByBoth() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(4);
        List<Future<List<RevocationListOfRoot>>> reading = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            MusterServer server = i % 2 == 0 ? a : b;
            reading.add(readers.submit(() -> readUntil(isOver, server)));
        }
        for (int i = 0; i < 5; i++) {
            ApiClient manager =
                    i % 2 == 0 ? fleet.manufacturer() : fleet.manufacturer().at(b);
            X509 revoked = revokeAnother(manager);
            assertThat(RevocationListOfRoot.at(i % 2 == 0 ? b : a, x509).names(revoked))
                    .isTrue();
        }
        isOver.set(true);
        SortedMap<BigInteger, Set<BigInteger>> contents = new TreeMap<>();
        for (Future<List<RevocationListOfRoot>> lists : reading) {
            for (RevocationListOfRoot list : lists.get()) {
                Set<BigInteger> other = contents.putIfAbsent(list.number(), list.serialNumbers());
                assertThat(list.serialNumbers()).isEqualTo(other == null ? list.serialNumbers() : other);
            }
        }
        readers.shutdown();
        assertThat(contents).hasSizeGreaterThan(2);
        Set<BigInteger> last = Set.of();
        for (Set<BigInteger> next : contents.values()) {
            assertThat(next).containsAll(last);
            last = next;
        }
    }

    @Test
    void bothWriteOneLog() throws Exception {
        int devices = 60;
        fleet.enroll(ImportFile.of(100, devices));
        PublicLog log = PublicLog.of(a);
        Checkpoint before = log.checkpoint();
        List<CompletableFuture<List<JsonObject>>> connections = new ArrayList<>();
        for (int connection = 0; connection < 4; connection++) {
            MusterServer server = connection % 2 == 0 ? a : b;
            int share = devices / 4;
            int first = connection * share;
            connections.add(CompletableFuture.supplyAsync(() -> IntStream.range(first, first + share)
                    .mapToObj(i -> SimulatedDevice.request(
                                    server.nobody(), Proof.fresh(certificate, ImportFile.imei(100 + i)))
                            .expect(201)
                            .json()
                            .getJsonObject("log"))
                    .toList()));
        }
        Set<Integer> places = new HashSet<>();
        Checkpoint after = null;
        for (CompletableFuture<List<JsonObject>> connection : connections) {
            for (JsonObject receipt : connection.get()) {
                places.add(receipt.getInt("index"));
                Checkpoint signed = log.assertReceipt(receipt);
                log.assertGrown(before, signed);
                after = after == null || signed.size() > after.size() ? signed : after;
            }
        }
        assertThat(places).hasSize(devices);
        assertThat(log.rootOfTiles(after.size())).isEqualTo(after.root());
        assertThat(PublicLog.of(b).checkpoint()).isEqualTo(log.checkpoint());
    }

    /** As through a load balancer: each request meets another server, and comes after the answer to the one before. */
    @Test
    void messagesWithoutTimesKeepTheirOrderAcrossBoth() {
        SimulatedDevice device = SimulatedDevice.provision(a, certificate, ImportFile.imei(1));
        List<ApiClient> clients = List.of(device.client(), device.client().at(b));
        int sent = 0;
        for (int request = 0; request < 60; request++) {
            int count = request % 3 == 0 ? 30 : 1;
            String body = IntStream.range(sent, sent + count)
                    .mapToObj("{\"data\":{\"a\":%d}}"::formatted)
                    .collect(Collectors.joining(",", "[", "]"));
            clients.get(request % 2).post("/api/v1/telemetry", body).expect(202);
            sent += count;
        }
        assertKept(
                KeptTelemetry.of(fleet, device),
                IntStream.range(0, sent).boxed().toList());
    }

    @Test
    void messagesWithoutTimesAtBothAtOnceAreAllKept() throws Exception {
        SimulatedDevice device = SimulatedDevice.provision(a, certificate, ImportFile.imei(2));
        List<CompletableFuture<List<Integer>>> connections = new ArrayList<>();
        for (int connection = 0; connection < 4; connection++) {
            MusterServer server = connection % 2 == 0 ? a : b;
            List<String> bodies = IntStream.range(connection * 100, connection * 100 + 50)
                    .mapToObj("{\"data\":{\"a\":%d}}"::formatted)
                    .toList();
            ApiClient client = device.client().at(server);
            connections.add(
                    CompletableFuture.supplyAsync(() -> Pipeline.post(server, client, "/api/v1/telemetry", bodies)));
        }
        for (CompletableFuture<List<Integer>> statuses : connections) {
            assertThat(statuses.get()).containsOnly(202).hasSize(50);
        }
        KeptTelemetry kept = KeptTelemetry.of(fleet, device);
        List<Integer> values = kept.values("a");
        assertThat(values).hasSize(200);
        for (int connection = 0; connection < 4; connection++) {
            int which = connection;
            assertThat(values.stream().filter(value -> value / 100 == which))
                    .containsExactlyElementsOf(IntStream.range(which * 100, which * 100 + 50)
                            .boxed()
                            .toList());
        }
        assertKept(kept, values);
    }

    /** Whichever server is asked. */
    private void assertKept(KeptTelemetry kept, List<Integer> values) {
        for (MusterServer server : List.of(a, b)) {
            KeptTelemetry there = kept.at(server);
            assertThat(there.values("a")).isEqualTo(values);
            assertThat(there.exported("a")).isEqualTo(values);
            assertThat(there.last("a")).hasToString(String.valueOf(values.get(values.size() - 1)));
        }
    }

    /** None is issued for less than a day: its end is brought forward in the database. */
    private void expire() throws SQLException {
        String sql = "update manufacturer_certificate set not_after = now() - interval '1 second' where id = ?";
        try (Connection connection = Database.postgres().connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, UUID.fromString(certificate.id()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private void plan(Instant at) {
        fleet.manufacturer().delete(path + "?at=" + at).expect(200);
    }

    private X509 revokeAnother(ApiClient manager) {
        String another = fleet.certificatesPath() + "/" + fleet.newCertificate().id();
        X509 revoked =
                X509.of(manager.get(another + "/certificate.pem").expect(200).body());
        manager.delete(another).expect(204);
        return revoked;
    }

    /** A list asks the same reader for no older one than it had. */
    private List<RevocationListOfRoot> readUntil(AtomicBoolean isOver, MusterServer server) {
        List<RevocationListOfRoot> read = new ArrayList<>();
        while (!isOver.get()) {
            RevocationListOfRoot next = RevocationListOfRoot.at(server, x509);
            if (!read.isEmpty()) {
                assertThat(next.number())
                        .isGreaterThanOrEqualTo(read.get(read.size() - 1).number());
            }
            read.add(next);
            Await.moment();
        }
        return read;
    }

    private void assertRefused(MusterServer server) {
        assertProblem(
                SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(4))),
                403,
                ProblemCode.CERTIFICATE_REVOKED);
    }

    private void assertListed(RevocationListOfRoot after, RevocationListOfRoot before) throws Exception {
        Openssl openssl = new Openssl(directory);
        Path root = b.deviceRoot();
        assertThat(after.number()).isGreaterThan(before.number());
        assertThat(openssl.revocationList(after.der(), root)).contains("verify OK", x509.serialNumberText());
        assertThat(openssl.verifyWithList(x509.pem(), after.der(), root)).contains("certificate revoked");
        assertThat(openssl.verifyWithList(x509.pem(), before.der(), root)).contains("leaf.pem: OK");
    }
}
