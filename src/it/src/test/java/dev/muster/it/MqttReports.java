package dev.muster.it;

import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MqttWire;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A device that reports over MQTT as the protocol says: up to 16 messages are not acknowledged, and after the end of a connection
 * it connects again by itself and sends those once more, with the same times.
 */
final class MqttReports {

    private static final int WINDOW = 16;
    private static final long PAUSE_MILLIS = 200;
    private static final int SILENCE_MILLIS = 20_000;

    /** Between two messages: more would only take long to read again. */
    private static final long BETWEEN_MILLIS = 10;

    private final MusterServer server;
    private final int version;
    private final String key;
    private final String token;

    /** In milliseconds since the epoch. */
    private final long firstTime = System.currentTimeMillis() - TimeUnit.HOURS.toMillis(2);

    private final Deque<Integer> open = new ArrayDeque<>();
    private final CountDownLatch done = new CountDownLatch(1);

    private volatile int sent;
    private volatile int acknowledged;
    private volatile int connections;
    private volatile boolean over;
    private volatile boolean abandoned;
    private volatile Throwable failure;

    private MqttReports(MusterServer server, int version, JsonObject credentials) {
        this.server = server;
        this.version = version;
        this.key = credentials.getString("accessKey");
        this.token = credentials.getString("accessToken");
    }

    /** Begins. @param device the answer to its provision request */
    static MqttReports start(MusterServer server, int version, JsonObject device) {
        MqttReports reports = new MqttReports(server, version, device.getJsonObject("credentials"));
        Thread thread = new Thread(reports::run, "mqtt-reports");
        thread.setDaemon(true);
        thread.start();
        return reports;
    }

    private void run() {
        try {
            while (isAtWork()) {
                try (MqttWire wire = MqttWire.tls(server)) {
                    report(wire.patience(SILENCE_MILLIS));
                } catch (IOException | GoneException gone) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        } catch (RuntimeException | InterruptedException | AssertionError e) {
            failure = e;
        } finally {
            done.countDown();
        }
    }

    private void report(MqttWire wire) throws IOException {
        wire.send(MqttPacket.connect(version, "", key, token.getBytes()));
        MqttPacket answer = wire.read().orElseThrow(GoneException::new);
        if (answer.code() != 0) {
            check(answer, version == MqttPacket.V5 ? 0x88 : 3);
            throw new GoneException();
        }
        connections++;
        for (int number : open) {
            wire.send(message(number));
        }
        while (isAtWork()) {
            while (!over && open.size() < WINDOW) {
                int number = sent;
                open.add(number);
                sent++; // before it is sent: the connection may end now, and the message is sent again
                wire.send(message(number));
            }
            take(wire.read().orElseThrow(GoneException::new));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_MILLIS));
        }
    }

    private boolean isAtWork() {
        return !abandoned && (!over || !open.isEmpty());
    }

    /** Acknowledgements come in the order of the messages. */
    private void take(MqttPacket answer) {
        if (answer.type() == MqttPacket.DISCONNECT) {
            check(answer, 0x89);
            throw new GoneException();
        }
        int number = open.remove();
        if (answer.type() != MqttPacket.PUBACK || answer.code() != 0 || answer.packetId() != id(number)) {
            throw new AssertionError("message " + number + " has the answer " + answer);
        }
        acknowledged++;
    }

    private static void check(MqttPacket answer, int expected) {
        if (answer.code() != expected) {
            throw new AssertionError("the connection ends with " + answer);
        }
    }

    private byte[] message(int number) {
        String body = "{\"ts\":%d,\"data\":{\"n\":%d}}".formatted(firstTime + number, number);
        return MqttPacket.publish(version, 2, id(number), "t", body);
    }

    private static int id(int number) {
        return 1 + number % 60_000;
    }

    int acknowledged() {
        if (failure != null) {
            throw new AssertionError("after " + acknowledged + " messages", failure);
        }
        return acknowledged;
    }

    int connections() {
        return connections;
    }

    /** Ends as soon as everything is acknowledged. Returns how many messages were sent, numbered from 0. */
    int stop() throws InterruptedException {
        over = true;
        if (!done.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError("the device is not connected again");
        }
        acknowledged();
        return sent;
    }

    /** Ends, whatever is not acknowledged. */
    void abandon() {
        abandoned = true;
    }

    /** The connection has ended. */
    private static final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private GoneException() {
            super(null, null, false, false);
        }
    }
}
