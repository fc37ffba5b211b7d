package dev.muster.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A certificate of the demonstration's manufacturer, and a device that runs programs with its key.
 *
 * @param directory where {@code muster.key} is
 */
record DemoCertificate(String id, String accessKey, String accessToken, Path directory) {

    /** What a program said, and how it ended. */
    record Run(int code, String output) {}

    static DemoCertificate create(DemoApi marco, String name) throws IOException, InterruptedException {
        return create(marco, name, "\"purpose\":\"PROOF\"");
    }

    /** @param members more members of the wish, as JSON */
    static DemoCertificate create(DemoApi marco, String name, String members) throws IOException, InterruptedException {
        String manufacturer = DemoApi.text(marco.get("/manufacturers"), "id");
        String issued = marco.post(
                "/manufacturers/" + manufacturer + "/certificates",
                "application/json",
                "{\"name\":\"%s\",%s}".formatted(name, members));
        Path directory = Path.of(
                System.getProperty("muster.e2e.directory"),
                "device",
                UUID.randomUUID().toString());
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("muster.key"), DemoApi.text(issued, "privateKey"));
        return new DemoCertificate(
                DemoApi.text(issued, "id"),
                DemoApi.text(issued, "accessKey"),
                DemoApi.text(issued, "accessToken"),
                directory);
    }

    /** One provision request by the sample script, tried once. */
    Run provision(DemoServer server, String token, String identifier) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("muster.home"), "src/samples/provision.sh");
        return run(
                Map.of("MUSTER_ACCESS_TOKEN", token),
                script.toString(),
                "--tries",
                "1",
                "--url",
                server.url(),
                "--cacert",
                server.root().toString(),
                accessKey,
                identifier);
    }

    /** A device that joins, and then calls with its credentials. */
    DemoApi device(DemoServer server, String identifier) throws IOException, InterruptedException {
        Run run = provision(server, accessToken, identifier);
        if (!run.output().contains(": 201 ")) {
            throw new AssertionError("the device does not join: " + run.output());
        }
        String told = Files.readString(directory.resolve("devices/" + identifier + ".json"));
        String credentials = told.substring(told.indexOf("\"credentials\""));
        return DemoApi.basic(DemoApi.text(credentials, "accessKey"), DemoApi.text(credentials, "accessToken"));
    }

    Run run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the program does not end: " + Files.readString(output));
        }
        return new Run(process.exitValue(), Files.readString(output));
    }
}
