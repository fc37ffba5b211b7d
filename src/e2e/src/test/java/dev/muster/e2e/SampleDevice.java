package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A device of the demonstration's manufacturer, which joins by the script of the samples, with a certificate of its own. */
final class SampleDevice {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("marco:muster-demo-only".getBytes(StandardCharsets.UTF_8));

    private final DemoServer server;
    private final APIRequestContext http;

    private SampleDevice(Portal portal) {
        this.server = portal.server();
        this.http = portal.page().context().request();
    }

    /** Returns once the device has joined. */
    static void join(Portal portal, String identifier) throws Exception {
        new SampleDevice(portal).join(identifier);
    }

    private void join(String identifier) throws Exception {
        String token = call("POST", "/tokens", BASIC, "{\"name\":\"e2e\",\"expiresInDays\":1}")
                .get("token")
                .getAsString();
        String bearer = "Bearer " + token;
        String manufacturer = call("GET", "/manufacturers", bearer, null)
                .getAsJsonArray("items")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        run(
                call(
                        "POST",
                        "/manufacturers/" + manufacturer + "/certificates",
                        bearer,
                        "{\"name\":\"Sample device\",\"purpose\":\"PROOF\"}"),
                identifier);
    }

    private JsonObject call(String method, String path, String authorization, String body) {
        RequestOptions options = RequestOptions.create().setMethod(method).setHeader("Authorization", authorization);
        if (body != null) {
            options.setHeader("Content-Type", "application/json").setData(body);
        }
        APIResponse answer = http.fetch(server.url() + "/api/v1" + path, options);
        assertThat(answer.ok()).as(path + " " + answer.status()).isTrue();
        return new Gson().fromJson(answer.text(), JsonObject.class);
    }

    private void run(JsonObject certificate, String identifier) throws Exception {
        Path directory = directory(identifier);
        Path key = Files.writeString(
                directory.resolve("muster.key"), certificate.get("privateKey").getAsString());
        Path log = directory.resolve("device.log");
        ProcessBuilder script = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("muster.home"), "src/samples/provision.sh")
                                .toString(),
                        "--url",
                        server.url(),
                        "--cacert",
                        server.root().toString(),
                        "--key",
                        key.toString(),
                        "--out",
                        directory.resolve("devices").toString(),
                        certificate.get("accessKey").getAsString(),
                        identifier))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        script.environment()
                .put("MUSTER_ACCESS_TOKEN", certificate.get("accessToken").getAsString());
        Process process = script.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private static Path directory(String identifier) throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("muster.e2e.directory"), "sample-" + identifier));
    }
}
