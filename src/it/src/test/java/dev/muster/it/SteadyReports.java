package dev.muster.it;

import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MqttWire;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A well-behaved device that sends one message after the other over MQTT 5, each after the PUBACK of the one before. */
final class SteadyReports implements AutoCloseable {

    private final MqttWire wire;
    private final Thread sender;
    private final AtomicBoolean over = new AtomicBoolean();

    private volatile int acknowledged;
    private volatile long slowestNanos;
    private volatile Throwable failure;

    private SteadyReports(MqttWire wire) {
        this.wire = wire;
        this.sender = new Thread(this::run, "steady-reports");
    }

    /** @param device the answer to its provision request */
    static SteadyReports of(MusterServer server, JsonObject device) throws IOException {
        JsonObject credentials = device.getJsonObject("credentials");
        MqttWire wire = MqttWire.tls(server);
        wire.send(MqttPacket.connect(
                MqttPacket.V5,
                "",
                credentials.getString("accessKey"),
                credentials.getString("accessToken").getBytes()));
        if (wire.next().code() != 0) {
            throw new IllegalStateException("the device may not connect");
        }
        SteadyReports reports = new SteadyReports(wire);
        reports.sender.start();
        return reports;
    }

    private void run() {
        try {
            while (!over.get()) {
                long begin = System.nanoTime();
                wire.send(MqttPacket.publish(
                        MqttPacket.V5, 2, 1, "t", "{\"data\":{\"steady\":%d}}".formatted(acknowledged)));
                MqttPacket answer = wire.next();
                if (answer.type() != MqttPacket.PUBACK || answer.code() != 0) {
                    throw new IllegalStateException("no acknowledgement: " + answer);
                }
                acknowledged++;
                slowestNanos = Math.max(slowestNanos, System.nanoTime() - begin);
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (IOException | IllegalStateException | InterruptedException e) {
            failure = e;
        }
    }

    /** How many messages were acknowledged. @throws AssertionError if one was not */
    int stop() throws InterruptedException {
        over.set(true);
        sender.join();
        if (failure != null) {
            throw new AssertionError("after " + acknowledged + " messages", failure);
        }
        return acknowledged;
    }

    /** How long the slowest acknowledgement took. */
    long slowestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(slowestNanos);
    }

    @Override
    public void close() throws IOException {
        over.set(true);
        wire.close();
    }
}
