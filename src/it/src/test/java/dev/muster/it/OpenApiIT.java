package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The description of the API is whole: Payara leaves out what comes after a class that it cannot describe. */
class OpenApiIT {

    private static final Set<String> SOME = Set.of(
            "/v1/provision/{accessKey}",
            "/v1/provision",
            "/v1/telemetry",
            "/v1/device",
            "/v1/tokens",
            "/v1/organizations/{organizationId}/imports",
            "/v1/organizations/{organizationId}/imports/{importId}/rows",
            "/v1/organizations/{organizationId}/devices",
            "/v1/manufacturers/{manufacturerId}/certificates");

    private static final int AT_LEAST = 60;

    @Test
    void theDocumentHasEveryCallAndWhatADeviceIsAnswered() {
        JsonObject document = Database.H2
                .server()
                .nobody()
                .send(Database.H2
                        .server()
                        .nobody()
                        .request("/openapi")
                        .header("Accept", "application/json")
                        .GET())
                .expect(200)
                .json();
        JsonObject paths = document.getJsonObject("paths");
        assertThat(paths.keySet()).containsAll(SOME).hasSizeGreaterThan(AT_LEAST);
        JsonObject answers = paths.getJsonObject("/v1/provision/{accessKey}")
                .getJsonObject("post")
                .getJsonObject("responses");
        assertThat(answers.keySet())
                .contains("201", "200", "202", "400", "401", "403", "404", "409", "413", "415", "422", "429", "503");
        assertThat(answers.getJsonObject("409").getString("description")).contains("already-provisioned");
        assertThat(document.getJsonObject("components").getJsonObject("schemas"))
                .containsKey("ProblemJson");
    }
}
