package dev.muster.bench.mqtt;

import dev.muster.bench.mqtt.MqttLoad.Login;
import dev.muster.testkit.MqttPacket;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Devices that connect without TLS, on loopback, and send nothing. */
public final class IdleDevices implements AutoCloseable {

    /** Connections that are opened at a time. */
    private static final int AT_ONCE = 32;

    /** Each address of this machine has about 28,000 ports for connections to one port. */
    private static final int PER_ADDRESS = 20_000;

    private static final int TIMEOUT_MILLIS = 60_000;

    private static final int KEEP_ALIVE_SECONDS = 3_600;

    private static final long PAUSE_MILLIS = 200;

    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final int port;

    public IdleDevices(int port) {
        this.port = port;
    }

    /** Connects all. A device that is refused or finds no server tries again. */
    public void connect(List<Login> logins) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<? extends Future<?>> work = IntStream.range(0, logins.size())
                    .mapToObj(i -> threads.submit(() -> connect(logins.get(i), i / PER_ADDRESS)))
                    .toList();
            for (Future<?> one : work) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A device cannot connect", e);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private Void connect(Login login, int address) throws InterruptedException {
        while (!isAdmitted(login, address)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return null;
    }

    private boolean isAdmitted(Login login, int address) {
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + address)}), 0));
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write(MqttPacket.connect(MqttPacket.V311, login.key(), login.token(), KEEP_ALIVE_SECONDS));
            if (isAccepted(socket.getInputStream())) {
                sockets.add(socket);
                return true;
            }
        } catch (IOException e) {
            // the server is away or busy
        }
        close(socket);
        return false;
    }

    private static boolean isAccepted(InputStream input) throws IOException {
        byte[] connack = input.readNBytes(4);
        return connack.length == 4 && connack[3] == 0;
    }

    /** How many are still connected: the server has not closed them. */
    public long connected() {
        return sockets.stream().filter(IdleDevices::isOpen).count();
    }

    /** Nothing comes from the server but the end. */
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    @Override
    public void close() {
        sockets.forEach(IdleDevices::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
