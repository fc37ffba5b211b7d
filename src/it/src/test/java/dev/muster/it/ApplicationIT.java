package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Applications: which devices belong to them, and what their dashboards show. */
@OnBothDatabases
class ApplicationIT {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    @Parameter
    Database database;

    private Fleet fleet;
    private Certificate certificate;
    private String applications;
    private SimulatedDevice one;
    private SimulatedDevice two;

    @BeforeEach
    void twoDevicesJoin() {
        fleet = Fleet.create(database.server());
        certificate = fleet.newCertificate();
        applications = fleet.organizationPath() + "/applications";
        fleet.enroll(ImportFile.of(1, 2));
        one = provision(1);
        two = provision(2);
    }

    @Test
    void devicesAreAddedAndRemoved() {
        String id = create("\"name\":\"Cold chain\",\"description\":\"Fridges\"");
        assertThat(devices(id)).isEmpty();

        act("ADD_TO_APPLICATION", id, one, two).expect(200);
        act("ADD_TO_APPLICATION", id, one).expect(200);
        assertThat(devices(id)).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(get(id).getInt("devices")).isEqualTo(2);

        act("REMOVE_FROM_APPLICATION", id, one).expect(200);
        assertThat(devices(id)).containsExactly(two.id());
        fleet.organization().delete(fleet.devicesPath() + "/" + two.id()).expect(204);
        assertThat(devices(id)).isEmpty();
        assertProblem(act("ADD_TO_APPLICATION", UNKNOWN, one), 404, ProblemCode.NOT_FOUND);
        assertProblem(
                fleet.organization()
                        .post(
                                fleet.devicesPath() + "/acts",
                                "{\"act\":\"ADD_TO_APPLICATION\",\"deviceIds\":[\"" + one.id() + "\"]}"),
                422,
                ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void aRuleIsEvaluatedWheneverSomebodyLooks() {
        String id = create("\"name\":\"By rule\",\"rule\":{\"search\":\"" + ImportFile.imei(2) + "\"}");
        assertThat(devices(id)).containsExactly(two.id());
        act("ADD_TO_APPLICATION", id, one).expect(200);
        assertThat(devices(id)).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(devices(id + "&search=" + ImportFile.imei(1))).containsExactly(one.id());

        change(id, "{\"rule\":{\"state\":\"SUSPENDED\",\"type\":\"STANDALONE\"}}")
                .expect(200);
        assertThat(devices(id)).containsExactly(one.id());
        fleet.organization()
                .post(fleet.devicesPath() + "/" + two.id() + "/suspend", "")
                .expect(200);
        assertThat(devices(id)).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(get(id).getJsonObject("rule")).hasToString("{\"type\":\"STANDALONE\",\"state\":\"SUSPENDED\"}");

        change(id, "{\"rule\":null}").expect(200);
        assertThat(devices(id)).containsExactly(one.id());
        assertProblem(change(id, "{\"rule\":{}}"), 422, ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void devicesOfAnImportJoinTheApplicationThatItNames() {
        String id = create("\"name\":\"Imported\"");
        String draft = fleet.upload(ImportFile.of(3, 2)).expect(201).text("id");
        fleet.organization()
                .put(fleet.importsPath() + "/" + draft + "/application", "{\"application\":\"" + id + "\"}")
                .expect(200);
        fleet.commit(draft).expect(200);

        SimulatedDevice three = provision(3);
        assertThat(devices(id)).containsExactly(three.id());
        act("REMOVE_FROM_APPLICATION", id, three).expect(200);
        assertThat(devices(id)).isEmpty();

        fleet.organization().delete(applications + "/" + id).expect(204);
        provision(4);
        assertThat(fleet.organization()
                        .get(fleet.importsPath() + "/" + draft)
                        .expect(200)
                        .json())
                .doesNotContainKey("application");
    }

    @Test
    void aDashboardShowsWhatTheDevicesReport() {
        String id = create("\"name\":\"Trucks\",\"rule\":{\"type\":\"STANDALONE\"}");
        long now = Instant.now().toEpochMilli();
        one.send(now - 2_000, "{\"t\":4,\"lat\":48.2,\"lon\":16.4}").expect(202);
        one.send(now - 1_000, "{\"t\":6,\"lat\":48.3,\"lon\":16.4}").expect(202);
        two.send(now - 1_000, "{\"t\":20,\"lat\":\"unknown\",\"lon\":16}").expect(202);
        assertThat(fleet.organization()
                        .get(applications + "/" + id + "/dashboard/keys")
                        .expect(200)
                        .body())
                .isEqualTo("{\"keys\":[\"lat\",\"lon\",\"t\"]}");

        arrange(id, """
                {"kind":"COUNT","state":"REPORTING"},{"kind":"STATES"},{"kind":"CHART","key":"t","range":"HOUR"},
                {"kind":"CHART","key":"t","lines":"EACH_DEVICE"},{"kind":"VALUES","key":"t"},
                {"kind":"MAP","key":"lat","secondKey":"lon","size":"WIDE"}""").expect(200);

        List<JsonObject> data = widgets(id).getValuesAs(JsonObject.class).stream()
                .map(widget -> widget.getJsonObject("data"))
                .toList();
        assertThat(data.get(0)).hasToString("{\"count\":2}");
        assertThat(data.get(1).getJsonObject("states")).hasToString("{\"REPORTING\":2}");
        JsonArray together = data.get(2).getJsonArray("lines").getJsonObject(0).getJsonArray("items");
        assertThat(sum(together, "count")).isEqualTo(3);
        assertThat(data.get(3).getJsonArray("lines")).hasSize(2);
        assertThat(values(data.get(4))).isEqualTo(Map.of(one.id(), "6", two.id(), "20"));
        assertThat(data.get(5).getJsonArray("places")).hasSize(1);
        assertThat(data.get(5)
                        .getJsonArray("places")
                        .getJsonObject(0)
                        .getJsonNumber("latitude")
                        .doubleValue())
                .isEqualTo(48.3);
    }

    @Test
    void aDashboardIsPrivateUntilItIsShared() {
        String id = create("\"name\":\"Mine\"");
        ApiClient colleague =
                fleet.server().nobody().basic(fleet.manager(), Fleet.CHOSEN).withNewToken();
        String dashboard = applications + "/" + id + "/dashboard";
        assertThat(widgets(id)).hasSize(3);
        assertProblem(colleague.get(dashboard), 403, ProblemCode.FORBIDDEN);
        assertProblem(colleague.put(dashboard, "{\"shared\":true}"), 403, ProblemCode.FORBIDDEN);

        fleet.organization().put(dashboard, "{\"shared\":true}").expect(200);
        colleague.put(dashboard, "{\"widgets\":[{\"kind\":\"COUNT\"}]}").expect(200);
        assertThat(widgets(id)).hasSize(1);
        colleague.put(dashboard, "{\"shared\":false}").expect(200);
        assertProblem(fleet.organization().get(dashboard), 403, ProblemCode.FORBIDDEN);
    }

    @Test
    void whatIsWrongIsRefused() {
        create("\"name\":\"Taken\"");
        assertProblem(post("\"name\":\"TAKEN\""), 409, ProblemCode.CONFLICT);
        assertProblem(post("\"description\":\"x\""), 422, ProblemCode.VALIDATION_FAILED);
        String id = create("\"name\":\"Other\"");
        assertProblem(arrange(id, "{\"kind\":\"CHART\"}"), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(arrange(id, "{\"kind\":\"PIE\"}"), 422, ProblemCode.VALIDATION_FAILED);
        String many = Stream.generate(() -> "{\"kind\":\"COUNT\"}").limit(21).collect(Collectors.joining(","));
        assertProblem(arrange(id, many), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(fleet.rival().organization().get(applications + "/" + id), 404, ProblemCode.NOT_FOUND);
        assertThat(fleet.organization()
                        .get(applications + "?search=oth")
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(1);
    }

    private SimulatedDevice provision(long serial) {
        return SimulatedDevice.provision(database.server(), certificate, ImportFile.imei(serial));
    }

    private Answer post(String members) {
        return fleet.organization().post(applications, "{" + members + "}");
    }

    private String create(String members) {
        return post(members).expect(201).text("id");
    }

    private JsonObject get(String id) {
        return fleet.organization().get(applications + "/" + id).expect(200).json();
    }

    private Answer change(String id, String body) {
        return fleet.organization().patch(applications + "/" + id, body, null);
    }

    private Answer act(String act, String application, SimulatedDevice... devices) {
        String ids = Stream.of(devices).map(device -> "\"" + device.id() + "\"").collect(Collectors.joining(","));
        return fleet.organization()
                .post(
                        fleet.devicesPath() + "/acts",
                        "{\"act\":\"%s\",\"deviceIds\":[%s],\"application\":\"%s\"}".formatted(act, ids, application));
    }

    private List<String> devices(String application) {
        return fleet
                .organization()
                .get(fleet.devicesPath() + "?application=" + application)
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(device -> device.getString("id"))
                .toList();
    }

    private Answer arrange(String id, String widgets) {
        return fleet.organization().put(applications + "/" + id + "/dashboard", "{\"widgets\":[" + widgets + "]}");
    }

    private JsonArray widgets(String id) {
        return fleet.organization()
                .get(applications + "/" + id + "/dashboard")
                .expect(200)
                .json()
                .getJsonArray("widgets");
    }

    private static int sum(JsonArray items, String member) {
        return items.getValuesAs(JsonObject.class).stream()
                .mapToInt(item -> item.getInt(member))
                .sum();
    }

    private static Map<String, String> values(JsonObject data) {
        return data.getJsonArray("values").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(
                        value -> value.getString("device"),
                        value -> value.get("value").toString()));
    }
}
