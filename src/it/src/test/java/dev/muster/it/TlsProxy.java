package dev.muster.it;

import dev.muster.testkit.Command;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A proxy that ends TLS in front of the server and tells it of the client's certificate: curl, because it can choose the
 * address that it calls from. All of 127.0.0.0/8 is this machine.
 */
record TlsProxy(MusterServer server, String address) {

    /** Setting of every test's server. */
    static final String TRUSTED = "127.0.0.2, 127.0.0.128/25";

    static TlsProxy trusted(MusterServer server) {
        return new TlsProxy(server, "127.0.0.2");
    }

    /** What came back. */
    record Reply(int status, String body) {

        Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + ", came " + this);
            }
            return this;
        }

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        /** Status and code of a problem. */
        String problem() {
            return status + " " + json().getString("code");
        }
    }

    /** With this certificate, PEM, as the client's. */
    Reply provision(String certificate, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Client-Cert: " + field(certificate));
        return post("/api/v1/provision", "{}", all);
    }

    static String field(String certificate) {
        return ":" + CertifiedDevice.base64(certificate) + ":";
    }

    Reply post(String path, String body, List<String> headers) throws Exception {
        Path root = server.root();
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--interface", address));
        command.addAll(List.of("--cacert", root.toString(), "--write-out", "\n%{http_code}", "--data", body));
        command.addAll(List.of("--header", "Content-Type: application/json"));
        headers.forEach(header -> command.addAll(List.of("--header", header)));
        command.add(server.url().replace("localhost", "127.0.0.1") + path);
        String output = Command.of(Path.of("."), command.toArray(String[]::new)).succeed();
        int end = output.lastIndexOf('\n');
        return new Reply(Integer.parseInt(output.substring(end + 1)), output.substring(0, end));
    }
}
