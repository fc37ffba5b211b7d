package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Provision requests in parallel: each on a thread of its own, none before all are ready; to all servers in turn. */
record AtOnce(List<MusterServer> servers, String accessKey) {

    AtOnce(MusterServer server, String accessKey) {
        this(List.of(server), accessKey);
    }

    List<Answer> send(List<String> bodies) throws Exception {
        List<ApiClient> clients = servers.stream().map(MusterServer::nobody).toList();
        CountDownLatch ready = new CountDownLatch(bodies.size());
        ExecutorService threads = Executors.newFixedThreadPool(bodies.size());
        try {
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < bodies.size(); i++) {
                ApiClient nobody = clients.get(i % clients.size());
                String body = bodies.get(i);
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return SimulatedDevice.request(nobody, accessKey, body);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get(120, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
