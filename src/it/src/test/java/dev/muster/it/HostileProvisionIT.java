package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of broken provision requests: each is answered with a verdict, and the server's log has no error. */
class HostileProvisionIT {

    private static final int CONNECTIONS = 4;

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private final long seed = Long.getLong("muster.it.seed", System.nanoTime());

    private MusterServer server;
    private Fleet fleet;
    private DeviceCa factory;

    @BeforeEach
    void makeTenants() throws Exception {
        server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 1));
        factory = DeviceCa.create(fleet, directory);
    }

    @Test
    void everyBrokenRequestIsAnsweredWithAVerdict() throws Exception {
        int all = Integer.getInteger("muster.it.hostile-requests", 2_000);
        ServerLog log = ServerLog.of(server);
        CertifiedDevice device = factory.device(ImportFile.imei(1));
        Map<Integer, Integer> statuses = send(device, all);
        System.out.printf("%s: %d broken requests with muster.it.seed=%d: %s%n", database, all, seed, statuses);
        assertThat(statuses.keySet()).isSubsetOf(200, 201, 400, 401, 403, 404, 409, 413, 422, 429);
        assertThat(statuses).containsKeys(400, 401);
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(all);
        assertThat(log.errors()).isEmpty();
        assertThat(fleet.attempts("outcome=malformed-request").expect(200).items())
                .isNotEmpty()
                .allSatisfy(attempt ->
                        assertThat(attempt.asJsonObject().getString("reason")).endsWith("."));
    }

    private Map<Integer, Integer> send(CertifiedDevice device, int all) throws Exception {
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<? extends Future<?>> sent = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> senders.submit(() -> send(i, device, all / CONNECTIONS, statuses)))
                    .toList();
            for (Future<?> one : sent) {
                one.get();
            }
        } finally {
            senders.shutdownNow();
        }
        return new TreeMap<>(statuses);
    }

    private void send(int sender, CertifiedDevice device, int count, Map<Integer, Integer> statuses) {
        HostileProofs proofs = new HostileProofs(seed + sender, device, factory.privateKey(), ImportFile.imei(1));
        ApiClient client = server.nobody();
        List<String> accessKeys = List.of(device.accessKey(), device.accessKey(), "A".repeat(26));
        for (int i = 0; i < count; i++) {
            byte[] body = proofs.next();
            Answer answer = client.send(client.request("/api/v1/provision/" + accessKeys.get(i % accessKeys.size()))
                    .header("Content-Type", ApiClient.JSON)
                    .POST(BodyPublishers.ofByteArray(body)));
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() >= 500) {
                throw new AssertionError(
                        answer + " for " + java.util.Base64.getEncoder().encodeToString(body));
            }
        }
    }
}
