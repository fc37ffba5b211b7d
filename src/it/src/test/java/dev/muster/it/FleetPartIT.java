package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One act on everything that was found, as the page's script asks for it: part by part. */
class FleetPartIT {

    /** More than two parts have. */
    private static final int DEVICES = 450;

    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;
    private PortalClient portal;
    private String importId;
    private String token;
    private String start;

    @BeforeEach
    void aLargeImportJoins() throws SQLException {
        server = database.server();
        fleet = Fleet.create(server);
        certificate = fleet.newCertificate();
        importId = fleet.upload(ImportFile.of(1, DEVICES + 1)).expect(201).text("id");
        fleet.commit(importId).expect(200);
        joinAllButTheLast();
        portal = fleet.portal();
        token = PortalClient.find(
                "id=\"act-token\"[^>]*data-token=\"([^\"]+)\"",
                portal.get("/organization/devices.xhtml").expect(200).body());
        start = Instant.now().toString();
    }

    @Test
    void everyPartFollowsTheOneBeforeAndNobodyIsForgotten() {
        SimulatedDevice later = SimulatedDevice.provision(server, certificate, ImportFile.imei(DEVICES + 1));
        JsonObject first =
                ask(token, "act=SUSPEND&state=joined&after=", start).expect(200).json();
        assertThat(first.getInt("entries")).isEqualTo(200);
        assertThat(first.getJsonArray("failures")).isEmpty();
        JsonObject second = ask(token, "act=SUSPEND&state=joined&after=", first.getString("next"))
                .expect(200)
                .json();
        JsonObject third = ask(token, "act=SUSPEND&state=joined&after=", second.getString("next"))
                .expect(200)
                .json();
        assertThat(third.getInt("entries")).isEqualTo(DEVICES - 400);
        assertThat(third).doesNotContainKey("next");
        assertThat(total("state=SUSPENDED")).isEqualTo(DEVICES);
        later.client().get("/api/v1/device").expect(200);
    }

    @Test
    void credentialsComeAsPartsOfOneFile() {
        Answer first = post("/devices/credentials?import=" + importId + "&after=", start, token, "")
                .expect(200);
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(first.body()).startsWith("\uFEFFuniqueIdentifier,");
        assertThat(first.body().lines()).hasSize(201);
        Answer second = post(
                        "/devices/credentials?import=" + importId + "&after=",
                        first.header("X-Next").orElseThrow(),
                        token,
                        "")
                .expect(200);
        assertThat(second.body().lines()).hasSize(200).noneMatch(line -> line.startsWith("uniqueIdentifier"));
        assertThat(second.header("X-Rotated")).contains("200");
    }

    @Test
    void selectedDevicesAreNamedInTheBody() {
        String id = fleet.organization()
                .get(fleet.devicesPath() + "?size=1")
                .expect(200)
                .first("id");
        JsonObject answer = post(
                        "/devices/acts?act=DELETE&after=", "", token, id + ",00000000-0000-4000-8000-000000000000")
                .expect(200)
                .json();
        assertThat(answer.getInt("entries")).isEqualTo(2);
        assertThat(answer.getJsonArray("failures")).hasSize(1);
        assertThat(total("")).isEqualTo(DEVICES - 1);
    }

    @Test
    void nothingElseChangesAnything() {
        assertThat(ask("wrong", "act=DELETE&after=", start).status()).isEqualTo(403);
        assertThat(ask(token, "act=EXPLODE&after=", start).status()).isEqualTo(404);
        assertThat(ask(token, "act=ROTATE&after=", start).status()).isEqualTo(404);
        assertThat(ask(token, "act=DELETE&state=quiet&after=", start).status()).isEqualTo(404);
        assertThat(ask(token, "act=DELETE&after=", "yesterday").status()).isEqualTo(404);
        assertThat(post("/devices/acts?act=DELETE", "", token, "").status()).isEqualTo(404);
        assertThat(post("/devices/acts?act=DELETE&after=", "", token, "x").status())
                .isEqualTo(404);
        assertThat(post("/devices/acts?act=DELETE&after=", "", token, "a".repeat(40_000))
                        .status())
                .isEqualTo(404);
        assertThat(total("")).isEqualTo(DEVICES);
    }

    @Test
    void aViewerChangesNothing() {
        PortalClient viewer = PortalClient.at(server)
                .logIn(
                        fleet.portalUser(
                                "ORGANIZATION_VIEWER", "\"organizationId\":\"" + fleet.organizationId() + "\""),
                        Fleet.CHOSEN);
        assertThat(viewer.get("/organization/devices.xhtml").expect(200).body())
                .contains("data-testid=\"devices\"")
                .doesNotContain("data-act=", "act-token", "data-select=");
        String own = PortalClient.find(
                "data-token=\"([^\"]+)\"",
                viewer.get("/account/passkeys.xhtml").expect(200).body());
        Answer answer = viewer.send(viewer.request("/devices/acts?act=DELETE&after=" + start)
                .header("X-CSRF-Token", own)
                .POST(BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Your role only reads");
        assertThat(total("")).isEqualTo(DEVICES);
    }

    private void joinAllButTheLast() throws SQLException {
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("""
                    insert into device (id, organization_id, enrollment_id, certificate_id, unique_identifier, name, type,
                      access_key, access_token_hash, created_at, rotated_at)
                    select gen_random_uuid(), organization_id, id, '%s', unique_identifier, device_name, device_type,
                      'PARTS' || id, 'none', now(), now() from enrollment
                    where batch_id = '%s' and unique_identifier <> '%s'""".formatted(certificate.id(), importId, ImportFile.imei(DEVICES + 1))))
                    .isEqualTo(DEVICES);
        }
    }

    private int total(String query) {
        return fleet.organization()
                .get(fleet.devicesPath() + "?" + query)
                .expect(200)
                .json()
                .getInt("total");
    }

    private Answer ask(String csrf, String query, String after) {
        return post("/devices/acts?" + query, after, csrf, "");
    }

    private Answer post(String address, String after, String csrf, String body) {
        return portal.send(portal.request(address + URLEncoder.encode(after, StandardCharsets.UTF_8))
                .header("X-CSRF-Token", csrf)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body)));
    }
}
