package dev.muster.e2e;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.Command;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A certificate of the demonstration's manufacturer, and a device that runs programs with its key.
 *
 * @param directory the directory of the file {@code muster.key}
 */
record DemoCertificate(String id, String accessKey, String accessToken, Path directory) {

    private static final Path SCRIPT = Path.of(System.getProperty("muster.home"), "src/samples/provision.sh");

    static DemoCertificate create(String name) throws IOException {
        return create(name, "\"purpose\":\"PROOF\"");
    }

    /** @param members further members of the request, as JSON */
    static DemoCertificate create(String name, String members) throws IOException {
        Certificate issued = Certificate.of(DemoApi.of("marco")
                .post(
                        "/manufacturers/" + DemoApi.manufacturer() + "/certificates",
                        "{\"name\":\"%s\",%s}".formatted(name, members))
                .expect(201)
                .json());
        return new DemoCertificate(
                issued.id(), issued.accessKey(), issued.accessToken(), directoryWith(issued.privateKey()));
    }

    /** @param archive the ZIP that the portal offers for a new certificate */
    static DemoCertificate unpack(String id, Path archive) throws IOException {
        return new DemoCertificate(
                id,
                Archive.text(archive, "access-key.txt"),
                Archive.text(archive, "access-token.txt"),
                directoryWith(Archive.text(archive, "muster.key")));
    }

    private static Path directoryWith(String privateKey) throws IOException {
        Path directory = Path.of(
                System.getProperty("muster.e2e.directory"),
                "device",
                UUID.randomUUID().toString());
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("muster.key"), privateKey);
        return directory;
    }

    /** A provision request by the sample script, which tries once. */
    Command.Result provision(String token, String identifier) {
        MusterServer server = DemoServer.running();
        String root = server.root().toString();
        return Command.of(
                        directory,
                        SCRIPT.toString(),
                        "--tries",
                        "1",
                        "--url",
                        server.url(),
                        "--cacert",
                        root,
                        accessKey,
                        identifier)
                .with("MUSTER_ACCESS_TOKEN", token)
                .run();
    }

    /** A device that joins, and then calls with its credentials. */
    ApiClient device(String identifier) throws IOException {
        JsonObject credentials = credentials(identifier);
        return DemoApi.device(credentials.getString("accessKey"), credentials.getString("accessToken"));
    }

    /** The credentials of a device that joins. */
    JsonObject credentials(String identifier) throws IOException {
        Command.Result run = provision(accessToken, identifier);
        if (!run.output().contains(": 201 ")) {
            throw new AssertionError("the device does not join: " + run.output());
        }
        try (JsonReader file =
                Json.createReader(Files.newBufferedReader(directory.resolve("devices/" + identifier + ".json")))) {
            return file.readObject().getJsonObject("credentials");
        }
    }

    /** Runs a program that finds the access token in its environment. */
    Command.Result run(String... command) {
        return Command.of(directory, command)
                .with("MUSTER_ACCESS_TOKEN", accessToken)
                .run();
    }
}
