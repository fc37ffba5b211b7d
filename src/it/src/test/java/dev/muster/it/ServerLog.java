package dev.muster.it;

import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a server writes into its log from now on. */
record ServerLog(Path file, long begin) {

    static ServerLog of(MusterServer server) throws IOException {
        Path log = server.locations().work().resolve("logs").resolve("server.log");
        return new ServerLog(log, Files.size(log));
    }

    /** The entries of the level SEVERE. */
    List<String> errors() throws IOException {
        return lines().stream().filter(line -> line.contains("SEVERE")).toList();
    }

    List<String> lines() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int from = whole.length < begin ? 0 : (int) begin;
        return new String(whole, from, whole.length - from, StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
