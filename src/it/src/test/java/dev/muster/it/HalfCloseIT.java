package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that sends its message and ends the connection at once (close_notify, RFC 8446 section 6.1). */
class HalfCloseIT {

    private static final int MESSAGES = 5;

    private final MusterServer server = Database.H2.server();

    @TempDir
    Path directory;

    @Test
    void itsMessagesAreKept() throws Exception {
        Tool.OPENSSL.require();
        Fleet fleet = Fleet.create(server);
        DeviceCa factory = DeviceCa.create(fleet, directory);
        fleet.enroll(ImportFile.of(1, 1));
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        ApiClient client = TlsDevice.of(server, device.key(), device.certificate());
        var credentials = client.post("/api/v1/provision", "{}").expect(201).json();
        String login = credentials.getJsonObject("credentials").getString("accessKey") + ":"
                + credentials.getJsonObject("credentials").getString("accessToken");
        for (String version : new String[] {"-tls1_2", "-tls1_3"}) {
            for (int i = 0; i < MESSAGES; i++) {
                send(version, login, "{\"ts\":%d,\"data\":{\"a\":%d}}".formatted(time(version, i), i));
            }
        }
        String path = fleet.devicesPath() + "/" + credentials.getString("deviceId") + "/telemetry";
        Await.until(
                Duration.ofSeconds(30),
                () -> fleet.organization().get(path).expect(200).items(),
                items -> items.size() == 2 * MESSAGES);
        assertThat(fleet.organization().get(path).items()).hasSize(2 * MESSAGES);
    }

    private static long time(String version, int i) {
        return 1_764_000_000_000L + (version.equals("-tls1_3") ? MESSAGES : 0) + i;
    }

    private void send(String version, String login, String body) throws Exception {
        URI address = URI.create(server.deviceUrl());
        String head = "POST /api/v1/telemetry HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Basic " + Base64.getEncoder().encodeToString(login.getBytes())
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        Tool.OPENSSL.run(
                directory,
                head + body,
                "s_client",
                "-quiet",
                "-no_ign_eof",
                version,
                "-CAfile",
                server.root().toString(),
                "-connect",
                address.getHost() + ":" + address.getPort());
    }
}
