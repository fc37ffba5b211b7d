package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each field of each form of CONNECT, missing, empty, too long and wrong, and each code that a CONNACK refuses with. */
class MqttRefusalIT {

    private static final int BAD = 0x86;
    private static final int FORBIDDEN = 0x87;
    private static final int BAD_311 = 4;
    private static final int FORBIDDEN_311 = 5;

    private final MusterServer server = Database.POSTGRESQL.server();

    @TempDir
    Path directory;

    private Fleet fleet;
    private Certificate certificate;
    private MqttRefusal device;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 9));
        certificate = fleet.newCertificate();
        device = new MqttRefusal(server, MqttDevice.withoutCertificate(server));
    }

    @Test
    void credentialsCountOnlyTogetherAndOnlyForTheirDevice() throws Exception {
        JsonObject own = provision(certificate, 1);
        JsonObject other = provision(certificate, 2);
        Fleet stranger = Fleet.create(server);
        stranger.enroll(ImportFile.of(1, 1));
        JsonObject foreign = provision(stranger.newCertificate(), 1);
        String key = key(own);
        byte[] token = token(own);
        String id = own.getString("deviceId");
        assertThat(device.connect(MqttPacket.V5, id, key, token).code()).isZero();
        assertThat(device.connect(MqttPacket.V311, "", key, token).code()).isZero();
        assertThat(device.connect(MqttPacket.V31, id, key, token).code()).isZero();
        for (String client : new String[] {
            other.getString("deviceId"),
            foreign.getString("deviceId"),
            "x",
            id.toUpperCase(java.util.Locale.ROOT) + " ",
            "x".repeat(65_535)
        }) {
            assertUnauthenticated(client, key, token);
        }
        for (String user : new String[] {
            "",
            "A".repeat(26),
            key.toLowerCase(java.util.Locale.ROOT) + "a",
            key(other),
            key(foreign),
            "x".repeat(3_072),
            "x".repeat(65_535)
        }) {
            assertUnauthenticated(id, user, token);
        }
        byte[] notUtf8 = {(byte) 0xC3, 0x28};
        byte[] longest = new byte[65_535];
        for (byte[] password :
                new byte[][] {null, {}, {0}, "wrong".getBytes(), notUtf8, longest, token(other), token(foreign)}) {
            assertUnauthenticated(id, key, password);
        }
        device.assertMalformed("\0", key, token);
        device.assertMalformed(id, key + "\0", token);
        assertPasswordAlone(device, id, token);
        assertThat(device.connect(MqttPacket.V5, id, key, token).code()).isZero();
    }

    @Test
    void aCertificateCountsOnlyAloneAndOnlyFromAKnownAuthority() throws Exception {
        CertifiedDevice certified = DeviceCa.create(fleet, directory).device(ImportFile.imei(3));
        SSLContext shown = TlsDevice.context(server, certified.key(), certified.certificate());
        MqttRefusal own = new MqttRefusal(server, shown);
        assertPasswordAlone(own, "any", "x".getBytes());
        for (String user : new String[] {"", "x"}) {
            own.assertRefused("any", user, "x".getBytes(), ProblemCode.UNAUTHENTICATED, BAD, BAD_311);
        }
        own.assertRefused("any", "x", null, ProblemCode.UNAUTHENTICATED, BAD, BAD_311);
        assertThat(devices()).isZero();
        JsonObject other = provision(certificate, 1);
        assertThat(own.connect(MqttPacket.V5, "", key(other), token(other)).code())
                .isZero();
        assertThat(devices()).isEqualTo(1);
        assertThat(own.connect(MqttPacket.V311, "any", null, null).code()).isZero();
        assertThat(devices()).isEqualTo(2);
        device.assertRefused("any", null, null, ProblemCode.UNAUTHENTICATED, BAD, BAD_311);

        CertifiedDevice unknown = DeviceCa.stranger(directory).device(ImportFile.imei(4));
        SSLContext wrong = TlsDevice.context(server, unknown.key(), unknown.certificate());
        assertThatThrownBy(() -> new MqttRefusal(server, wrong).connect(MqttPacket.V5, "", null, null))
                .isInstanceOfAny(SSLException.class, IllegalStateException.class, java.net.SocketException.class);
        CertifiedDevice notImported = DeviceCa.create(fleet, directory).device(ImportFile.imei(400));
        SSLContext early = TlsDevice.context(server, notImported.key(), notImported.certificate());
        new MqttRefusal(server, early)
                .assertRefused(
                        "any", null, null, ProblemCode.DEVICE_NOT_IMPORTED, FORBIDDEN, FORBIDDEN_311, "retryAfter");
        assertThat(devices()).isEqualTo(2);
    }

    @Test
    void aFirstProofNeedsItsCertificateAndAProof() throws Exception {
        String user = "provision/" + certificate.accessKey();
        String proof = Proof.fresh(certificate, ImportFile.imei(1)).compact();
        device.assertRefused("provision/", proof, ProblemCode.MALFORMED_REQUEST, BAD, BAD_311);
        device.assertRefused("provision", proof, ProblemCode.UNAUTHENTICATED, BAD, BAD_311);
        for (String password : new String[] {"", "{", "{}", "no.jws", "\0", "a.b.c.d", "[]"}) {
            device.assertRefused(user, password, ProblemCode.MALFORMED_REQUEST, BAD, BAD_311);
        }
        device.assertRefused("any", user, null, ProblemCode.MALFORMED_REQUEST, BAD, BAD_311);
        device.assertRefused(user, "x".repeat(16 * 1024 + 1), ProblemCode.BODY_TOO_LARGE, 0x95, BAD_311);
        device.assertRefused("provision/" + "x".repeat(3_072), proof, ProblemCode.UNAUTHENTICATED, BAD, BAD_311);
        Certificate foreign = Fleet.create(server).newCertificate();
        for (String key : new String[] {"A".repeat(26), foreign.accessKey(), certificate.accessKey() + "/x"}) {
            device.assertRefused("provision/" + key, proof, ProblemCode.INVALID_PROOF, BAD, BAD_311, "nonce");
        }
        assertThat(devices()).isZero();
        assertThat(device.connect(MqttPacket.V5, "any", user, proof.getBytes()).code())
                .isZero();
        assertThat(devices()).isEqualTo(1);
    }

    @Test
    void aRefusedProofHasItsCode() throws Exception {
        String user = "provision/" + certificate.accessKey();
        String forged = Proof.fresh(certificate, ImportFile.imei(1)).signingInput() + "." + Proof.encode(new byte[64]);
        device.assertRefused(user, forged, ProblemCode.INVALID_PROOF, BAD, BAD_311, "nonce");
        device.assertRefused(
                user, Proof.fresh(certificate, "123").compact(), ProblemCode.INVALID_IDENTIFIER, BAD, BAD_311);
        Map<String, String> early = device.assertRefused(
                user,
                Proof.fresh(certificate, ImportFile.imei(400)).compact(),
                ProblemCode.DEVICE_NOT_IMPORTED,
                FORBIDDEN,
                FORBIDDEN_311,
                "retryAfter");
        assertThat(early.get("retryAfter")).isEqualTo("300");
        String weak = OwnKey.create(directory, "RSA", "rsa_keygen_bits:1024").body(certificate, ImportFile.imei(1));
        device.assertRefused(user, weak, ProblemCode.VALIDATION_FAILED, BAD, BAD_311);

        String spent = Proof.fresh(certificate, ImportFile.imei(1)).compact();
        assertThat(device.connect(MqttPacket.V311, "", user, spent.getBytes()).code())
                .isZero();
        device.assertRefused(user, spent, ProblemCode.REPLAYED_PROOF, FORBIDDEN, FORBIDDEN_311);

        String rsa = "\"keyAlgorithm\":\"RSA_3072\"";
        Certificate off = fleet.newCertificate(rsa);
        device.assertRefused(
                "provision/" + off.accessKey(),
                new Openssl(directory).literal(off, ImportFile.imei(2)),
                ProblemCode.PROOF_FORM_DISABLED,
                FORBIDDEN,
                FORBIDDEN_311);
        Certificate on = fleet.newCertificate(rsa + ",\"literalForm\":true");
        String literal = new Openssl(directory).literal(on, ImportFile.imei(2));
        String literally = "provision/" + on.accessKey();
        assertThat(device.connect(MqttPacket.V5, "", literally, literal.getBytes())
                        .code())
                .isZero();
        device.assertRefused(literally, literal, ProblemCode.ALREADY_PROVISIONED, FORBIDDEN, FORBIDDEN_311);
        assertThat(fleet.attempts("outcome=proof-form-disabled").expect(200).items())
                .hasSize(3);
    }

    /** A device without a clock: the refusal of its first proof has the nonce for the next. */
    @Test
    void theNonceOfARefusalMakesTheNextProofSucceed() throws Exception {
        String user = "provision/" + certificate.accessKey();
        Proof proof = Proof.fresh(certificate, ImportFile.imei(1));
        Map<String, String> refused = device.assertRefused(
                user, proof.bodyWith(""), ProblemCode.USE_NONCE, BAD, BAD_311, "nonce", "retryAfter");
        assertThat(refused.get("retryAfter")).isEqualTo("0");
        String body = proof.bodyWith(",\"nonce\":\"" + refused.get("nonce") + "\"");
        assertThat(device.connect(MqttPacket.V5, "", user, body.getBytes()).code())
                .isZero();
        device.assertRefused(user, body, ProblemCode.REPLAYED_PROOF, FORBIDDEN, FORBIDDEN_311);
    }

    @Test
    void whoMayNotConnectAnyMoreIsToldWhy() throws Exception {
        JsonObject joined = provision(certificate, 1);
        String key = key(joined);
        String token = new String(token(joined), StandardCharsets.US_ASCII);
        String path = fleet.devicesPath() + "/" + joined.getString("deviceId");
        fleet.organization().post(path + "/suspend", "").expect(200);
        assertForbidden(key, token, ProblemCode.CREDENTIALS_SUSPENDED);
        fleet.organization().post(path + "/resume", "").expect(200);
        assertThat(device.connect(MqttPacket.V5, "", key, token.getBytes()).code())
                .isZero();

        organization("true");
        assertForbidden(key, token, ProblemCode.CREDENTIALS_SUSPENDED);
        assertProofForbidden(certificate, 2, ProblemCode.ORGANIZATION_SUSPENDED);
        organization("false");
        manufacturer("suspend");
        assertProofForbidden(certificate, 2, ProblemCode.MANUFACTURER_SUSPENDED);
        manufacturer("resume");

        Certificate narrow = fleet.newCertificate("\"maxDevices\":1");
        provision(narrow, 3);
        device.assertRefused(
                "provision/" + narrow.accessKey(),
                Proof.fresh(narrow, ImportFile.imei(4)).compact(),
                ProblemCode.BUDGET_EXHAUSTED,
                0x97,
                FORBIDDEN_311);

        Certificate old = fleet.newCertificate();
        expire(old);
        assertProofForbidden(old, 4, ProblemCode.CERTIFICATE_EXPIRED);
        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + certificate.id())
                .expect(204);
        assertProofForbidden(certificate, 4, ProblemCode.CERTIFICATE_REVOKED);
        assertForbidden(key, token, ProblemCode.DEVICE_INVALIDATED);
        fleet.organization().delete(path).expect(204);
        device.assertRefused(key, token, ProblemCode.UNAUTHENTICATED, BAD, BAD_311);
    }

    /** Only MQTT 5 has a password without a user name. */
    private static void assertPasswordAlone(MqttRefusal by, String clientId, byte[] password) throws Exception {
        by.assertEndsWithoutAnswer(clientId, null, password);
        by.assertRefused5(clientId, null, password, ProblemCode.UNAUTHENTICATED, BAD);
    }

    private void assertUnauthenticated(String clientId, String user, byte[] password) throws Exception {
        device.assertRefused(clientId, user, password, ProblemCode.UNAUTHENTICATED, BAD, BAD_311);
    }

    private void assertForbidden(String key, String token, ProblemCode problem) throws Exception {
        device.assertRefused(key, token, problem, FORBIDDEN, FORBIDDEN_311);
    }

    /** With a new proof for each version: none of them is used up. */
    private void assertProofForbidden(Certificate by, int serial, ProblemCode problem) throws Exception {
        Proof proof = Proof.fresh(by, ImportFile.imei(serial));
        device.assertRefused("provision/" + by.accessKey(), proof.compact(), problem, FORBIDDEN, FORBIDDEN_311);
    }

    private void organization(String suspended) {
        server.administratorByToken()
                .patch(fleet.organizationPath(), "{\"suspended\":" + suspended + "}", null)
                .expect(200);
    }

    private void manufacturer(String verb) {
        server.administratorByToken()
                .post(fleet.manufacturerPath() + "/" + verb, "")
                .expect(200);
    }

    /** None is issued for less than a day: its end is brought forward in the database. */
    private static void expire(Certificate certificate) throws Exception {
        String sql = "update manufacturer_certificate set not_after = now() - interval '1 second' where id = ?";
        try (Connection connection = Database.postgres().connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, UUID.fromString(certificate.id()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private JsonObject provision(Certificate by, int serial) {
        return SimulatedDevice.request(server.nobody(), Proof.fresh(by, ImportFile.imei(serial)))
                .expect(201)
                .json();
    }

    private int devices() {
        return fleet.organization()
                .get(fleet.devicesPath() + "?size=1")
                .expect(200)
                .json()
                .getInt("total");
    }

    private static String key(JsonObject device) {
        return device.getJsonObject("credentials").getString("accessKey");
    }

    private static byte[] token(JsonObject device) {
        return device.getJsonObject("credentials").getString("accessToken").getBytes(StandardCharsets.US_ASCII);
    }
}
