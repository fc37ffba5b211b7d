package dev.muster.e2e;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that would be code somewhere, stored in every field that a user or a device can fill. */
final class StoredPayloads {

    /** Each runs {@code hacked()} if it is taken for what it looks like. */
    static final List<String> ALL = List.of(
            "<script>hacked()</script>",
            "</textarea><script>hacked()</script>",
            "</title><script>hacked()</script>",
            "]]></update><script>hacked()</script>",
            "<img src=x onerror=hacked()>",
            "\"><svg onload=hacked()>",
            "' onfocus=hacked() autofocus='",
            "\" onmouseover=\"hacked()",
            "` onclick=hacked() `",
            "<iframe srcdoc='<script>parent.hacked()</script>'>",
            "<a href=javascript:hacked()>x</a>",
            "javascript:hacked()",
            "data:text/html,<script>parent.hacked()</script>",
            "<style>@import'/x';*{color:red!important}</style>",
            "<p style=background:url(/x);position:fixed>",
            "x;background:url(javascript:hacked())",
            "#{request.getSession().invalidate()}",
            "el-${7*7}-#{7*7}",
            "{{constructor.constructor('hacked()')()}}",
            "';hacked();//",
            "\\u003cscript\\u003ehacked()\\u003c/script\\u003e",
            "&lt;script&gt;hacked()&lt;/script&gt;",
            "=HYPERLINK(\"http://x\";\"y\")",
            "<base href=//x/><meta http-equiv=refresh content=0;url=/x>");

    private static final String SERIES = "36771";

    private final MusterServer server;

    private final ApiClient admin;

    private final ApiClient olivia;

    private final ApiClient marco;

    private final String organization;

    private final String manufacturer;

    private int stored;

    StoredPayloads(MusterServer server) {
        this.server = server;
        this.admin = logIn("admin");
        this.olivia = logIn("olivia");
        this.marco = logIn("marco");
        this.organization = admin.get("/organizations").expect(200).first("id");
        this.manufacturer = marco.get("/manufacturers").expect(200).first("id");
    }

    private ApiClient logIn(String username) {
        return server.nobody()
                .basic(username, Login.DEMONSTRATION_PASSWORD)
                .withNewToken()
                .below("/api/v1");
    }

    /** Returns how many texts the server has stored. */
    int store() throws IOException {
        people();
        files();
        tenants();
        devices();
        releases();
        applications();
        return stored;
    }

    private void people() {
        for (String text : ALL) {
            count(admin.post(
                    "/users", object("username", text, "password", "only-for-this-one-test", "role", "OPERATOR")));
            String token = "{\"name\":%s,\"expiresInDays\":1}".formatted(Json.createValue(text));
            count(olivia.post("/tokens", token));
            count(marco.post("/tokens", token));
        }
        String user = admin.get("/users?search=olivia").expect(200).first("id");
        count(admin.patch("/users/" + user, object("displayName", ALL.get(4)), null));
    }

    private void tenants() {
        for (String text : ALL) {
            count(admin.post("/organizations", object("name", text)));
            count(admin.post("/manufacturers", object("name", text, "identifierScheme", "ANY", "enrollment", "OPEN")));
            count(olivia.post(organizationPath() + "/device-models", model(text)));
            count(marco.post(
                    "/manufacturers/" + manufacturer + "/certificates", object("name", text, "purpose", "PROOF")));
            count(marco.post("/manufacturers/" + manufacturer + "/allowed-organizations", object("name", text)));
        }
        count(marco.patch("/manufacturers/" + manufacturer, object("contact", ALL.get(5)), null));
        count(admin.patch("/organizations/" + organization, object("name", ALL.get(0) + " Ltd"), null));
    }

    private static String model(String text) {
        return Json.createObjectBuilder()
                .add("name", text)
                .add(
                        "keys",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("key", "temperature")
                                        .add("type", "NUMBER")
                                        .add("unit", text.substring(0, Math.min(12, text.length())))))
                .build()
                .toString();
    }

    /** Drafts with a text in each cell, and devices with a text as name. */
    private void files() {
        String everywhere = ALL.stream()
                .map(StoredPayloads::cell)
                .map(cell -> String.join(",", cell, cell, cell, cell, cell))
                .collect(Collectors.joining("\n"));
        for (String name : ALL.subList(0, 6)) {
            Answer answer = upload(
                    name + ".csv",
                    "uniqueIdentifier,deviceName,deviceType,parentGateway," + cell(name) + "\n" + everywhere);
            count(answer);
            stored += answer.status() < 300 ? ALL.size() * 5 : 0;
        }
        String names = IntStream.range(0, ALL.size())
                .mapToObj(i -> ImportFile.imei(SERIES, i) + "," + cell(ALL.get(i)) + ",STANDALONE")
                .collect(Collectors.joining("\n"));
        String enrolled = upload(ALL.get(7) + ".csv", "uniqueIdentifier,deviceName,deviceType\n" + names)
                .expect(201)
                .text("id");
        olivia.post(organizationPath() + "/imports/" + enrolled + "/commit", "{\"validRowsOnly\":true}")
                .expect(200);
        stored += ALL.size();
    }

    private Answer upload(String name, String csv) {
        return olivia.post(
                organizationPath() + "/imports?manufacturer=" + manufacturer + "&name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8),
                "text/csv",
                csv);
    }

    /** A device that reports texts as keys and values, and strangers who try others as identifiers. */
    private void devices() throws IOException {
        Certificate certificate = Certificate.of(marco.post(
                        "/manufacturers/" + manufacturer + "/certificates", object("name", "line", "purpose", "PROOF"))
                .expect(201)
                .json());
        ApiClient device = join(certificate, ImportFile.imei(SERIES, 1));
        for (String text : ALL) {
            count(device.post(
                    "/telemetry",
                    "{\"data\":{%s:%s,\"temperature\":21.5}}"
                            .formatted(Json.createValue(text), Json.createValue("value " + text))));
            server.nobody()
                    .post(
                            "/api/v1/provision/" + certificate.accessKey(),
                            object("uniqueIdentifier", text, "proof", text));
        }
        commands();
    }

    /** A command for each text, to the only device that has joined. */
    private void commands() {
        String device = olivia.get(organizationPath() + "/devices").expect(200).first("id");
        for (String text : ALL) {
            String value = Json.createValue(text).toString();
            count(olivia.post(
                    organizationPath() + "/devices/" + device + "/commands",
                    "{\"data\":{%s:%s}}".formatted(value, value)));
        }
    }

    /** The organization has a notice of each, with the reason. */
    private void releases() {
        for (int i = 2; i < ALL.size(); i += 2) {
            count(marco.delete("/manufacturers/" + manufacturer + "/identifiers/" + ImportFile.imei(SERIES, i)
                    + "?reason=" + URLEncoder.encode(ALL.get(i), StandardCharsets.UTF_8)));
        }
    }

    /** Names, descriptions, rules, and the titles and keys of widgets. */
    private void applications() {
        for (String text : ALL) {
            String value = Json.createValue(text).toString();
            Answer made = olivia.post(
                    organizationPath() + "/applications",
                    "{\"name\":%s,\"description\":%s,\"rule\":{\"type\":\"STANDALONE\"}}".formatted(value, value));
            count(made);
            String dashboard =
                    organizationPath() + "/applications/" + made.expect(201).text("id") + "/dashboard";
            String widgets = Stream.of("VALUES", "CHART")
                    .map(kind -> "{\"kind\":\"%s\",\"title\":%s,\"key\":%s}".formatted(kind, value, value))
                    .collect(Collectors.joining(","));
            count(olivia.put(dashboard, "{\"shared\":true,\"widgets\":[" + widgets + "]}")
                    .expect(200));
        }
    }

    private ApiClient join(Certificate certificate, String identifier) throws IOException {
        Path directory = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("muster.e2e.directory"), "device")), "stored");
        Files.writeString(directory.resolve("muster.key"), certificate.privateKey());
        String script = Path.of(System.getProperty("muster.home"), "src/samples/provision.sh")
                .toString();
        Command.of(
                        directory,
                        script,
                        "--tries",
                        "1",
                        "--url",
                        server.url(),
                        "--cacert",
                        server.root().toString(),
                        certificate.accessKey(),
                        identifier)
                .with("MUSTER_ACCESS_TOKEN", certificate.accessToken())
                .succeed();
        try (JsonReader file =
                Json.createReader(Files.newBufferedReader(directory.resolve("devices/" + identifier + ".json")))) {
            JsonObject credentials = file.readObject().getJsonObject("credentials");
            return server.nobody()
                    .basic(credentials.getString("accessKey"), credentials.getString("accessToken"))
                    .below("/api/v1");
        }
    }

    private String organizationPath() {
        return "/organizations/" + organization;
    }

    private void count(Answer answer) {
        if (answer.status() >= 500) {
            throw new AssertionError("not refused and not stored: " + answer);
        }
        stored += answer.status() < 300 ? 1 : 0;
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String object(String... membersAndValues) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < membersAndValues.length; i += 2) {
            object.add(membersAndValues[i], membersAndValues[i + 1]);
        }
        return object.build().toString();
    }
}
