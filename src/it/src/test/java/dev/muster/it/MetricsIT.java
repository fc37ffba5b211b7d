package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The metrics are for the network of the administration and for operators; health and the API's description for everybody. */
class MetricsIT {

    /** What the servers of all tests have as {@code muster.metrics-networks}. */
    static final String NEAR = "127.0.0.77";

    private static final List<String> PATHS = List.of(
            "/metrics",
            "/metrics/",
            "/metrics/base",
            "/metrics;a=b",
            "/%6detrics",
            "//metrics",
            "/./metrics",
            "/metrics?scope=base");

    private final MusterServer server = Database.POSTGRESQL.server();

    @Test
    void nobodyElseReadsThem() {
        Fleet fleet = Fleet.create(server);
        for (String path : PATHS) {
            assertThat(server.nobody().get(path).body()).as(path).doesNotContain("jvm", "# TYPE", "# HELP");
            assertThat(fleet.organization().get(path).body()).as(path).doesNotContain("jvm", "# TYPE", "# HELP");
        }
        Answer refused = server.nobody().get("/metrics").expect(401);
        assertThat(refused.header("WWW-Authenticate")).contains("Bearer realm=\"metrics\"");
        assertThat(refused.body()).isEmpty();
        fleet.organization().get("/metrics").expect(401);
        fleet.manufacturer().get("/metrics").expect(401);
        server.nobody().bearer("muster_x").get("/metrics").expect(401);
        server.nobody().get("/health").expect(200);
        server.nobody().get("/openapi").expect(200);
    }

    @Test
    void whatAClientSaysAboutItsAddressDoesNotCount() {
        ApiClient nobody = server.nobody();
        for (String field : List.of("Forwarded", "X-Forwarded-For", "Client-IP")) {
            nobody.send(nobody.request("/metrics")
                            .header(field, field.equals("Forwarded") ? "for=" + NEAR : NEAR)
                            .GET())
                    .expect(401);
        }
    }

    @Test
    void theAdministrationReadsThem() {
        assertThat(server.nobodyAt(NEAR).get("/metrics").expect(200).body()).contains("# TYPE");
        assertThat(server.administratorByToken().get("/metrics").expect(200).body())
                .contains("# TYPE");
        String operator = Fleet.create(server).portalUser("OPERATOR", "\"organizationId\":null");
        ApiClient script = server.nobody().basic(operator, Fleet.CHOSEN).withNewToken();
        script.get("/metrics").expect(200);
    }

    @Test
    void thePortForDevicesHasNone() {
        assertThat(server.onDevicePort().get("/metrics").status()).isEqualTo(404);
        assertThat(server.onDevicePort().get("/health").status()).isEqualTo(404);
    }
}
