package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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
            "/v1/manufacturers/{manufacturerId}/certificates",
            "/v1/manufacturers/{manufacturerId}/identifiers/{identifier}");

    private static final int AT_LEAST = 60;

    /** They become class names in generated clients. */
    private static final Set<String> VAGUE =
            Set.of("One", "Value", "Outcomes", "Listing", "NamedId", "Item", "Data", "Result", "Response", "Request");

    private static JsonObject document;

    @BeforeAll
    static void read() {
        document = Database.H2
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
    }

    @Test
    void theDocumentHasEveryCallAndWhatADeviceIsAnswered() {
        JsonObject paths = document.getJsonObject("paths");
        assertThat(paths.keySet()).containsAll(SOME).hasSizeGreaterThan(AT_LEAST);
        JsonObject answers = paths.getJsonObject("/v1/provision/{accessKey}")
                .getJsonObject("post")
                .getJsonObject("responses");
        assertThat(answers.keySet())
                .contains("201", "200", "202", "400", "401", "403", "404", "409", "413", "415", "422", "429", "503");
        assertThat(answers.getJsonObject("409").getString("description")).contains("already-provisioned");
    }

    /** Only Payara's own member {@code endpoints} is not of OpenAPI, and no setting removes it. */
    @Test
    void aValidatorAcceptsTheDocument() {
        JsonObject standard =
                Json.createObjectBuilder(document).remove("endpoints").build();
        assertThat(new OpenAPIV3Parser().readContents(standard.toString()).getMessages())
                .isEmpty();
    }

    @Test
    void everyReferenceLeadsToAComponent() {
        assertThat(references().map(OpenApiIT::isResolved)).isNotEmpty().containsOnly(true);
    }

    @Test
    void schemasHaveThePlainNamesOfClasses() {
        assertThat(document.getJsonObject("components").getJsonObject("schemas").keySet())
                .contains("Problem", "Device", "DeviceModelUpdate")
                .allMatch(name -> name.matches("([A-Z][a-z]+)+"))
                .noneMatch(name -> name.endsWith("Json") || name.endsWith("Wish") || VAGUE.contains(name));
    }

    private static Stream<String> references() {
        return Pattern.compile("\"\\$ref\":\"#/([^\"]+)\"")
                .matcher(document.toString())
                .results()
                .map(reference -> reference.group(1))
                .distinct();
    }

    private static boolean isResolved(String reference) {
        return Json.createPointer("/" + reference).containsValue(document);
    }
}
