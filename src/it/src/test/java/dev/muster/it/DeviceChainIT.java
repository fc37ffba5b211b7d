package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that send their certificate without its issuer, or with others in any order (RFC 8446 section 4.4.2). */
class DeviceChainIT {

    private static final String SELF = "/api/v1/device";
    private static final String TELEMETRY = "/api/v1/telemetry";
    private static final String MESSAGE = "{\"data\":{\"a\":1}}";

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private DeviceCa factory;

    @BeforeEach
    void makeTenants() throws Exception {
        server = database.server();
        fleet = Fleet.create(server);
        factory = DeviceCa.create(fleet, directory);
        fleet.enroll(ImportFile.of(1, 3));
    }

    @Test
    void theDevicesOwnCertificateIsEnough() throws Exception {
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            ApiClient alone = TlsDevice.of(server, Version.HTTP_1_1, protocol, device.key(), device.certificate());
            alone.post(TELEMETRY, MESSAGE).expect(202);
        }
    }

    @Test
    void orderAndAnotherCertificateDoNotMatter() throws Exception {
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        String root = Files.readString(server.root());
        String other = DeviceCa.create(fleet, directory).certificate();
        for (List<String> chain : List.of(
                List.of(device.certificate(), root, factory.certificate()),
                List.of(device.certificate(), other, factory.certificate(), root),
                List.of(device.certificate(), factory.certificate(), other))) {
            ApiClient client = TlsDevice.of(server, device.key(), chain.toArray(String[]::new));
            client.post(TELEMETRY, MESSAGE).expect(202);
        }
    }

    @Test
    void aDeviceOfAnOrganizationsAuthorityNeedsNoIssuerEither() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Certificate certificate = fleet.newCertificate();
        Answer joined = server.nobody()
                .post("/api/v1/provision/" + certificate.accessKey(), own.body(certificate, ImportFile.imei(2)));
        List<String> chain = OwnKey.chain(joined.expect(201));
        TlsDevice.of(server, own.key(), chain.get(0)).post(TELEMETRY, MESSAGE).expect(202);
        TlsDevice.of(server, own.key(), chain.toArray(String[]::new)).get(SELF).expect(200);
    }

    @Test
    void gnutlsAndCurlSendTheLeafAlone() throws Exception {
        Tool.GNUTLS.require();
        Tool.CURL.require();
        CertifiedDevice device = factory.device(ImportFile.imei(3));
        Files.writeString(directory.resolve("device.pem"), device.certificate());
        Files.writeString(directory.resolve("device.key"), device.key());
        for (String version : List.of("NORMAL:-VERS-ALL:+VERS-TLS1.2", "NORMAL:-VERS-ALL:+VERS-TLS1.3")) {
            assertThat(gnutls(version)).contains("HTTP/1.1 200", "\"uniqueIdentifier\":\"" + ImportFile.imei(3));
        }
        String answer = Tool.CURL.run(directory, "", curl());
        assertThat(answer).contains("HTTP/1.1 200", "Connection: keep-alive", "Keep-Alive: timeout=75");
    }

    private String gnutls(String priority) throws Exception {
        URI address = URI.create(server.deviceUrl());
        String request = "GET " + SELF + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        return Tool.GNUTLS.run(
                directory,
                request,
                "--priority=" + priority,
                "--x509cafile=" + server.root(),
                "--x509certfile=device.pem",
                "--x509keyfile=device.key",
                "--port=" + address.getPort(),
                address.getHost());
    }

    private String[] curl() {
        return new String[] {
            "--silent",
            "--include",
            "--cacert",
            server.root().toString(),
            "--cert",
            "device.pem",
            "--key",
            "device.key",
            "--http2",
            server.deviceUrl() + SELF
        };
    }
}
