package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New credentials for all devices of an import, as the page asks for them: part by part, each shown once. */
class RotationFileIT {

    /** More than one part has. */
    private static final int ENTRIES = 201;

    private final Database database = Database.POSTGRESQL;

    private Fleet fleet;
    private PortalClient portal;
    private SimulatedDevice device;
    private String importId;

    @BeforeEach
    void aDeviceOfALargeImportJoins() {
        MusterServer server = database.server();
        fleet = Fleet.create(server);
        importId = fleet.upload(ImportFile.of(1, ENTRIES)).expect(201).text("id");
        fleet.commit(importId).expect(200);
        device = SimulatedDevice.provision(server, fleet.newCertificate(), ImportFile.imei(ENTRIES));
        portal = fleet.portal();
    }

    @Test
    void thePartsTellEachEntryOnceAndTheNewCredentialsCount() {
        String page = portal.get("/organization/import.xhtml?id=" + importId + "&tab=credentials")
                .expect(200)
                .body();
        assertThat(PortalClient.find("data-devices=\"([0-9]+)\"", page)).isEqualTo("1");
        String token = PortalClient.find("id=\"rotation\"[^>]*data-token=\"([^\"]+)\"", page);
        assertThat(ask("wrong", importId, "0").status()).isEqualTo(403);
        assertThat(ask(token, UUID.randomUUID().toString(), "0").status()).isEqualTo(404);
        assertThat(ask(token, importId, "x").status()).isEqualTo(404);
        assertThat(ask(token, rivalImport(), "0").status()).isEqualTo(404);
        device.client().get("/api/v1/device").expect(200);

        Answer first = ask(token, importId, "0").expect(200);
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(first.body())
                .startsWith("\uFEFFuniqueIdentifier,deviceName,outcome,clientId,accessKey,accessToken\r\n");
        assertThat(first.body().lines()).hasSize(ENTRIES);
        Answer second =
                ask(token, importId, first.header("X-Next").orElseThrow()).expect(200);
        assertThat(second.header("X-Next")).isEmpty();
        assertThat(rotated(first) + rotated(second)).isEqualTo(1);
        List<String> entries = Stream.concat(
                        first.body().lines().skip(1), second.body().lines())
                .toList();
        assertThat(entries).hasSize(ENTRIES).doesNotHaveDuplicates();
        List<String> others = entries.stream()
                .filter(line -> line.endsWith(",not-provisioned,,,"))
                .toList();
        assertThat(others).hasSize(ENTRIES - 1);
        assertNew(entries.stream()
                .filter(line -> !others.contains(line))
                .findFirst()
                .orElseThrow());
    }

    private static int rotated(Answer part) {
        return Integer.parseInt(part.header("X-Rotated").orElseThrow());
    }

    private void assertNew(String line) {
        String[] cells = line.split(",");
        assertThat(cells).hasSize(6).startsWith(ImportFile.imei(ENTRIES), "device-" + ENTRIES, "rotated", device.id());
        device.client().get("/api/v1/device").expect(401);
        database.server()
                .nobody()
                .basic(cells[4], cells[5])
                .get("/api/v1/device")
                .expect(200);
    }

    private String rivalImport() {
        Fleet rival = fleet.rival();
        return rival.upload(ImportFile.of(1_000, 1)).expect(201).text("id");
    }

    private Answer ask(String token, String id, String after) {
        return portal.send(portal.request("/imports/credentials?id=" + id + "&after=" + after)
                .header("X-CSRF-Token", token)
                .POST(BodyPublishers.noBody()));
    }
}
