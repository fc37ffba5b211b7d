package dev.muster.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;

/** Many connections at once, each sending one request after the other without a pause. */
public final class Load {

    private final SSLContext trust;
    private final int port;

    public Load(SSLContext trust, int port) {
        this.trust = trust;
        this.port = port;
    }

    /**
     * Sends what is in the queue until it is empty or the time is over. What is refused for overload goes back into it.
     */
    public LoadResult run(int connections, Duration time, Queue<byte[]> requests) throws InterruptedException {
        return run(connections, time, requests, 0);
    }

    /**
     * The same at a pace. Who is late does not wait, and catches up.
     *
     * @param perSecond of all connections together; 0 for no pauses
     */
    public LoadResult run(int connections, Duration time, Queue<byte[]> requests, int perSecond)
            throws InterruptedException {
        long pause = perSecond == 0 ? 0 : 1_000_000_000L * connections / perSecond;
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        CountDownLatch open = new CountDownLatch(connections);
        List<Future<List<Exchange>>> work = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            long offset = pause * i / connections;
            work.add(threads.submit(() -> exchanges(open, time, requests, pause, offset)));
        }
        try {
            List<Exchange> all = new ArrayList<>();
            for (Future<List<Exchange>> one : work) {
                all.addAll(one.get());
            }
            return LoadResult.of(all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A connection failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Exchange> exchanges(
            CountDownLatch open, Duration time, Queue<byte[]> requests, long pause, long offset)
            throws IOException, InterruptedException {
        List<Exchange> exchanges = new ArrayList<>();
        try (DeviceConnection connection = new DeviceConnection(trust, port)) {
            connection.open();
            open.countDown();
            open.await();
            long turn = System.nanoTime() + offset;
            long end = System.nanoTime() + time.toNanos();
            byte[] request = requests.poll();
            while (request != null && System.nanoTime() < end) {
                LockSupport.parkNanos(turn - System.nanoTime());
                turn = pause == 0 ? System.nanoTime() : turn + pause;
                Exchange exchange = exchange(connection, request);
                exchanges.add(exchange);
                if (exchange.isRefused()) {
                    requests.add(request);
                }
                request = requests.poll();
            }
        }
        return exchanges;
    }

    private static Exchange exchange(DeviceConnection connection, byte[] request) throws IOException {
        long begin = System.nanoTime();
        DeviceConnection.Reply reply = connection.send(request);
        return new Exchange(begin, System.nanoTime(), reply);
    }

    /** One request and its answer, with the times in nanoseconds. */
    public record Exchange(long begin, long end, DeviceConnection.Reply reply) {

        private static final int TOO_MANY = 429;

        private static final int BUSY = 503;

        public boolean isAccepted() {
            return reply.status() < 300;
        }

        /** For overload, and said so. */
        public boolean isRefused() {
            return (reply.status() == TOO_MANY || reply.status() == BUSY) && reply.retryAfter() != null;
        }

        public double millis() {
            return (end - begin) / 1e6;
        }
    }
}
