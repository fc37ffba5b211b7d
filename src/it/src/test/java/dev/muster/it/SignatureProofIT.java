package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs in the signature form, made by the openssl command. */
class SignatureProofIT {

    private static final int PARALLEL = 200;
    private static final String UNKNOWN = "A".repeat(26);

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private Openssl openssl;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        openssl = new Openssl(directory);
        fleet.enroll(ImportFile.of(1, 5));
    }

    @Test
    void everyKindOfKeyIsBelieved() throws Exception {
        OutsideKeys keys = OutsideKeys.in(directory);
        int device = 0;
        for (String kind : List.of("RSA_2048", "RSA_3072", "EC_P256", "EC_P384", "ED25519")) {
            String identifier = ImportFile.imei(++device);
            Certificate certificate = brought(keys, kind);
            String body = openssl.bare(BareProof.fresh(certificate, identifier), kind);
            Answer first = send(certificate, body).expect(201);
            assertThat(first.text("uniqueIdentifier")).isEqualTo(identifier);
            assertProblem(send(certificate, body), 409, ProblemCode.REPLAYED_PROOF);
            Answer second = send(certificate, openssl.bare(BareProof.fresh(certificate, identifier), kind));
            SimulatedDevice.of(server, second.expect(200))
                    .report(1, "{\"a\":1}")
                    .expect(202);
            String late = openssl.bare(BareProof.fresh(certificate, identifier), kind);
            assertProblem(send(certificate, late), 409, ProblemCode.ALREADY_PROVISIONED);
        }
    }

    /** Every field in every wrong way, with a good signature wherever one can be made of it; nothing is used up. */
    @Test
    void whatIsWrongIsRefusedAndConsumesNothing() throws Exception {
        Certificate certificate = fleet.newCertificate();
        BareProof good = BareProof.fresh(certificate, ImportFile.imei(1));
        String body = openssl.bare(good);
        for (String malformed : malformed(body)) {
            assertProblem(send(certificate, malformed), 400, ProblemCode.MALFORMED_REQUEST);
        }
        for (String wrong : wrong(good, body)) {
            Answer answer = send(certificate, wrong);
            assertProblem(answer, 401, ProblemCode.INVALID_PROOF);
            assertThat(answer.header("Replay-Nonce").orElse("")).hasSize(48);
        }
        BareProof noDevice = new BareProof(certificate, ImportFile.imei(9), good.timestamp(), good.nonce());
        assertProblem(send(certificate, openssl.bare(noDevice)), 404, ProblemCode.DEVICE_NOT_IMPORTED);
        BareProof noScheme = new BareProof(certificate, "Zähler 7", good.timestamp(), good.nonce());
        assertProblem(send(certificate, openssl.bare(noScheme)), 422, ProblemCode.INVALID_IDENTIFIER);
        assertThat(devices()).isZero();
        send(certificate, body).expect(201);
        assertProblem(send(certificate, body), 409, ProblemCode.REPLAYED_PROOF);
    }

    @Test
    void anUnknownAccessKeyAndABadSignatureCannotBeToldApart() throws Exception {
        OutsideKeys keys = OutsideKeys.in(directory);
        for (String kind : List.of("RSA_2048", "EC_P256", "EC_P384", "ED25519")) {
            Certificate certificate = brought(keys, kind);
            BareProof proof = BareProof.fresh(certificate, ImportFile.imei(1));
            String other = openssl.bare(proof.withNonce("another-nonce-than-that"), kind);
            String forged = proof.body(Json.createReader(new java.io.StringReader(other))
                    .readObject()
                    .getString("signature"));
            Answer known = send(certificate, forged);
            assertProblem(known, 401, ProblemCode.INVALID_PROOF);
            for (Answer unknown : List.of(at(UNKNOWN, forged), at(UNKNOWN, openssl.bare(proof, kind)))) {
                assertProblem(unknown, 401, ProblemCode.INVALID_PROOF);
                assertThat(Problems.comparable(unknown)).isEqualTo(Problems.comparable(known));
                assertThat(unknown.header("WWW-Authenticate")).isPresent().isEqualTo(known.header("WWW-Authenticate"));
                assertThat(unknown.response().headers().map().keySet())
                        .isEqualTo(known.response().headers().map().keySet());
            }
        }
        assertThat(reasons()).contains("BAD_SIGNATURE");
    }

    @Test
    void theFormIsForProofCertificatesAlone() throws Exception {
        DeviceCa factory = DeviceCa.create(fleet, directory);
        Certificate authority = new Certificate(
                factory.id(), factory.accessKey(), factory.created().getString("accessToken"), factory.privateKey());
        String body = openssl.bare(BareProof.fresh(authority, ImportFile.imei(1)));
        assertProblem(send(authority, body), 401, ProblemCode.INVALID_PROOF);
        assertThat(reasons()).containsExactly("PROOF_NOT_OF_PURPOSE");
    }

    /** The nonce of a bare signature and the jti of a JWS are one space. */
    @Test
    void whatOneFormHasUsedUpTheOtherCannotUse() throws Exception {
        Certificate certificate = fleet.newCertificate();
        BareProof bare = BareProof.fresh(certificate, ImportFile.imei(1));
        send(certificate, openssl.bare(bare)).expect(201);
        Proof jws = new Proof(certificate, ImportFile.imei(2), bare.nonce());
        assertProblem(SimulatedDevice.request(server.nobody(), jws), 409, ProblemCode.REPLAYED_PROOF);
        Proof other = Proof.fresh(certificate, ImportFile.imei(2));
        SimulatedDevice.request(server.nobody(), other).expect(201);
        BareProof again = BareProof.fresh(certificate, ImportFile.imei(3)).withNonce(other.id());
        assertProblem(send(certificate, openssl.bare(again)), 409, ProblemCode.REPLAYED_PROOF);
    }

    @Test
    void oneProofTwoHundredTimesMakesOneDevice() throws Exception {
        Certificate certificate = fleet.newCertificate();
        String nonce = server.nobody()
                .get("/api/v1/provision/" + certificate.accessKey() + "/nonce")
                .expect(200)
                .text("nonce");
        String body = openssl.bare(BareProof.clockless(certificate, ImportFile.imei(1), nonce));
        List<Answer> answers = new AtOnce(server, certificate.accessKey())
                .send(IntStream.range(0, PARALLEL).mapToObj(i -> body).toList());
        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, PARALLEL - 1L));
        answers.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> assertProblem(answer, 409, ProblemCode.REPLAYED_PROOF));
        assertThat(devices()).isEqualTo(1);
    }

    /** Bodies of which no proof can be read. */
    private static List<String> malformed(String body) {
        List<String> bodies = new ArrayList<>();
        for (String member : List.of("uniqueIdentifier", "timestamp", "nonce", "signature")) {
            bodies.add(body.replace("\"" + member + "\":", "\"other\":"));
            bodies.add(body.replaceFirst("\"" + member + "\":(\"[^\"]*\"|\\d+)", "\"" + member + "\":null"));
            bodies.add(body.replaceFirst("\"" + member + "\":(\"[^\"]*\"|\\d+)", "\"" + member + "\":[1]"));
            bodies.add(body.replaceFirst("(\"" + member + "\":(\"[^\"]*\"|\\d+))", "$1,$1"));
        }
        for (String text : List.of("uniqueIdentifier", "nonce", "signature")) {
            for (String control : List.of("\\\\n", "\\\\u0000", "\\\\u007f", "\\\\u0085", "\\\\ud834")) {
                bodies.add(body.replaceFirst("(\"" + text + "\":\")", "$1" + control));
            }
            bodies.add(body.replaceFirst("\"" + text + "\":\"[^\"]*\"", "\"" + text + "\":1"));
        }
        for (String time : List.of("1.5", "1e9", "\"1764000000\"", "true", "01", "1e999999999")) {
            bodies.add(body.replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + time));
        }
        for (String signature : List.of("", "?", "AA", "AB==", "AA==AA==", "AP-_", " AA==", "AA==\\\\n")) {
            bodies.add(body.replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"" + signature + "\""));
        }
        return bodies;
    }

    /** Bodies that can be read and are no proof. */
    private List<String> wrong(BareProof good, String body) throws Exception {
        Certificate own = good.certificate();
        Certificate other = fleet.newCertificate();
        Certificate othersKey = new Certificate(own.id(), own.accessKey(), own.accessToken(), other.privateKey());
        Certificate othersToken = new Certificate(own.id(), own.accessKey(), other.accessToken(), own.privateKey());
        String value = body.substring(body.lastIndexOf(':') + 2, body.length() - 2);
        Stream<BareProof> signed = Stream.of(
                good.at(-320),
                good.at(320),
                new BareProof(own, good.identifier(), "1", good.nonce()),
                new BareProof(own, good.identifier(), "-1", good.nonce()),
                new BareProof(own, good.identifier(), "1" + "0".repeat(40), good.nonce()),
                good.withNonce(""),
                good.withNonce("123456789012345"),
                good.withNonce("1234567890 123456"),
                good.withNonce("123456789012345ü"),
                good.withNonce("~".repeat(129)),
                new BareProof(othersKey, good.identifier(), good.timestamp(), good.nonce()),
                new BareProof(othersToken, good.identifier(), good.timestamp(), good.nonce()),
                new BareProof(other, good.identifier(), good.timestamp(), good.nonce()));
        List<String> bodies = new ArrayList<>();
        for (BareProof proof : signed.toList()) {
            bodies.add(openssl.bare(proof));
        }
        bodies.add(new BareProof(own, ImportFile.imei(2), good.timestamp(), good.nonce()).body(value));
        bodies.add(good.withNonce(good.nonce() + "0").body(value));
        bodies.add(good.at(5).body(value));
        for (int length : new int[] {1, 64, 70, 102, 256, 384, 512, 1024}) {
            bodies.add(good.body(new byte[length]));
        }
        bodies.add(body.replace("{", "{\"proof\":\"a.b.c\","));
        bodies.add(body.replace("{", "{\"encryptionResult\":\"AA==\","));
        return bodies;
    }

    /** A certificate for a key that the manufacturer has made itself. */
    private Certificate brought(OutsideKeys keys, String kind) throws Exception {
        JsonObject wish = Json.createObjectBuilder()
                .add("name", kind)
                .add("purpose", "PROOF")
                .add("validityDays", 30)
                .add("csr", keys.request(kind))
                .build();
        JsonObject made = fleet.manufacturer()
                .post(fleet.certificatesPath(), wish.toString())
                .expect(201)
                .json();
        return new Certificate(
                made.getString("id"),
                made.getString("accessKey"),
                made.getString("accessToken"),
                Files.readString(keys.key(kind)));
    }

    private List<String> reasons() {
        return fleet.attempts("outcome=invalid-proof").expect(200).items().stream()
                .map(attempt -> attempt.asJsonObject().getString("reason"))
                .distinct()
                .toList();
    }

    private int devices() {
        return fleet.organization().get(fleet.devicesPath()).expect(200).json().getInt("total");
    }

    private Answer send(Certificate certificate, String body) {
        return at(certificate.accessKey(), body);
    }

    private Answer at(String accessKey, String body) {
        return SimulatedDevice.request(server.nobody(), accessKey, body);
    }
}
