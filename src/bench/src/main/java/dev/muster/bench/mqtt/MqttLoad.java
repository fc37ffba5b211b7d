package dev.muster.bench.mqtt;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;

/** Many devices at once, each with at most so many messages that are not acknowledged. */
public final class MqttLoad {

    private static final int PACKET_IDS = 65_536;

    private final SSLContext trust;
    private final int port;

    public MqttLoad(SSLContext trust, int port) {
        this.trust = trust;
        this.port = port;
    }

    /** Access key and access token. */
    public record Login(String key, String token) {}

    /**
     * What came of a load.
     *
     * @param sortedNanos from the PUBLISH to its PUBACK, of each message that was acknowledged
     * @param seconds for how long it was made
     */
    public record Result(long[] sortedNanos, double seconds) {

        /** Messages that were acknowledged. */
        public long accepted() {
            return sortedNanos.length;
        }

        /** Acknowledged messages a second. */
        public double rate() {
            return accepted() / seconds;
        }

        /** In milliseconds. @param percent nearest rank, 1 to 100 */
        public double percentile(double percent) {
            return accepted() == 0 ? 0 : sortedNanos[(int) Math.ceil(sortedNanos.length * percent / 100) - 1] / 1e6;
        }
    }

    /**
     * Sends messages until the time is over, and waits for each acknowledgement.
     *
     * @param window messages of a device that are not acknowledged, at most
     * @param ts of the first message of each device, in milliseconds; each next one is a millisecond later
     */
    public Result run(List<Login> devices, int window, Duration time, long ts) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(devices.size());
        CountDownLatch connected = new CountDownLatch(devices.size());
        List<Future<long[]>> work = new ArrayList<>();
        for (Login device : devices) {
            work.add(threads.submit(() -> send(device, window, time, ts, connected)));
        }
        try {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> one : work) {
                all.add(one.get());
            }
            long[] nanos = all.stream().flatMapToLong(LongStream::of).sorted().toArray();
            return new Result(nanos, time.toNanos() / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A device failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] send(Login login, int window, Duration time, long first, CountDownLatch connected)
            throws IOException, InterruptedException {
        try (MqttDevice device = new MqttDevice(trust, port)) {
            device.connect(login.key(), login.token());
            connected.countDown();
            connected.await();
            return send(device, window, System.nanoTime() + time.toNanos(), first);
        }
    }

    private static long[] send(MqttDevice device, int window, long end, long first) throws IOException {
        long[] nanos = new long[1024];
        long[] sentAt = new long[PACKET_IDS];
        int sent = 0;
        int acknowledged = 0;
        while (System.nanoTime() < end || acknowledged < sent) {
            while (sent - acknowledged < window && System.nanoTime() < end) {
                int packetId = 1 + sent % (PACKET_IDS - 1);
                sentAt[packetId] = System.nanoTime();
                device.publish(packetId, "{\"ts\":" + (first + sent) + ",\"data\":{\"temperature\":21.5}}");
                sent++;
            }
            device.flush();
            do {
                int packetId = device.acknowledged(); // waits
                long took = System.nanoTime() - sentAt[packetId];
                nanos = acknowledged == nanos.length ? Arrays.copyOf(nanos, 2 * nanos.length) : nanos;
                nanos[acknowledged++] = took;
            } while (acknowledged < sent && device.hasMore());
        }
        return Arrays.copyOf(nanos, acknowledged);
    }
}
