package dev.muster.bench.handshake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Whole handshakes of devices, one connection each. In TLS 1.3 the client is ready before the server has looked at its
 * certificate. So a handshake counts when the server has answered something.
 */
final class Handshakes {

    private static final int AT_ONCE = 16;

    private static final int TIMEOUT_MILLIS = 30_000;

    /** No protocol begins like this: each server answers or ends the connection at once. */
    private static final byte[] NONSENSE = "\1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final KeyManager[] own;
    private final TrustManager[] trusted;
    private final SecureRandom random = new SecureRandom();

    Handshakes(KeyManager[] own, TrustManager[] trusted) {
        this.own = own;
        this.trusted = trusted;
    }

    /**
     * What came of it.
     *
     * @param sortedNanos of each, with the connection
     */
    record Result(long[] sortedNanos, double seconds) {

        double rate() {
            return sortedNanos.length / seconds;
        }

        /** In milliseconds. @param percent nearest rank, 1 to 100 */
        double percentile(double percent) {
            return sortedNanos[(int) Math.ceil(sortedNanos.length * percent / 100) - 1] / 1e6;
        }
    }

    Result run(int port, Duration time) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        long end = System.nanoTime() + time.toNanos();
        List<Future<long[]>> work = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            work.add(threads.submit(() -> repeat(port, end)));
        }
        try {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> one : work) {
                all.add(one.get());
            }
            return new Result(
                    all.stream().flatMapToLong(LongStream::of).sorted().toArray(), time.toNanos() / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A device failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] repeat(int port, long end) throws IOException, GeneralSecurityException {
        LongStream.Builder nanos = LongStream.builder();
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            one(port);
            nanos.add(System.nanoTime() - begin);
        }
        return nanos.build().toArray();
    }

    /** Each connection has a context of its own, so that no session is resumed. */
    private void one(int port) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own, trusted, random);
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", port, true)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(NONSENSE);
            socket.getInputStream().read();
            if (socket.getSession().getLocalCertificates() == null) {
                throw new IllegalStateException("The server has not asked for the device's certificate");
            }
        }
    }
}
