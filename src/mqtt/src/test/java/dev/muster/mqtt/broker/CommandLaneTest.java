package dev.muster.mqtt.broker;

import static dev.muster.mqtt.broker.RawDevice.V311;
import static dev.muster.mqtt.broker.RawDevice.V5;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.mqtt.command.CommandReceiver;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a device gets on the topic of its commands, byte by byte. */
class CommandLaneTest {

    private static final TestServices APPLICATION = new TestServices();
    private static final TestCommands COMMANDS = APPLICATION.commands;

    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(APPLICATION);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
    }

    @BeforeEach
    void empty() {
        COMMANDS.clear();
        COMMANDS.away(false);
    }

    @Test
    void whatWaitsIsSentInItsOrderAndDeliveredWhenItIsAcknowledged() throws Exception {
        UUID one = COMMANDS.add("one");
        UUID two = COMMANDS.add("two");
        try (RawDevice device = connected(V311)) {
            device.subscribe(V311, 3, "/device/K/commands");
            assertThat(device.read()).isEqualTo("90 000301");
            assertThat(device.read()).isEqualTo("32 " + packet("/device/K/commands", 1, "one"));
            assertThat(device.read()).isEqualTo("32 " + packet("/device/K/commands", 2, "two"));
            assertThat(COMMANDS.delivered).isEmpty();
            acknowledge(device, 2);
            acknowledge(device, 1);
            assertThat(delivered()).isEqualTo(two);
            assertThat(delivered()).isEqualTo(one);
        }
    }

    @Test
    void atMostEightAreOnTheirWay() throws Exception {
        for (int i = 1; i <= 10; i++) {
            COMMANDS.add("c" + i);
        }
        try (RawDevice device = connected(V311)) {
            device.subscribe(V311, 3, "c");
            device.read();
            for (int i = 1; i <= 8; i++) {
                assertThat(device.read()).isEqualTo("32 " + packet("c", i, "c" + i));
            }
            assertNothingComes(device);
            acknowledge(device, 5);
            assertThat(device.read()).isEqualTo("32 " + packet("c", 9, "c9"));
            assertNothingComes(device);
        }
    }

    @Test
    void aNewCommandIsSentWhenTheWatchTellsOfIt() throws Exception {
        try (RawDevice device = connected(V5)) {
            device.subscribe(V5, 3, "c");
            assertThat(device.read()).isEqualTo("90 00030001");
            COMMANDS.add("new");
            tell();
            assertThat(device.read()).isEqualTo("32 " + packet5("c", 1, "new"));
            tell(); // it is on its way, so it is not sent a second time
            assertNothingComes(device);
        }
    }

    @Test
    void whatIsNotAcknowledgedIsSentInTheNextSession() throws Exception {
        COMMANDS.add("again");
        for (int session = 1; session <= 2; session++) {
            try (RawDevice device = connected(V311)) {
                device.subscribe(V311, 3, "c");
                device.read();
                assertThat(device.read()).isEqualTo("32 " + packet("c", 1, "again"));
            }
        }
    }

    @Test
    void withQosZeroACommandIsDeliveredWhenItIsWritten() throws Exception {
        UUID id = COMMANDS.add("fast");
        try (RawDevice device = connected(V311)) {
            device.packet(0x82, HexFormat.of().parseHex("0003" + "0001" + "63" + "00"));
            assertThat(device.read()).isEqualTo("90 000300");
            assertThat(device.read()).isEqualTo("30 " + "000163" + hex("fast"));
            assertThat(delivered()).isEqualTo(id);
        }
    }

    @Test
    void theLimitsOfAClientOfVersion5Hold() throws Exception {
        COMMANDS.add("x".repeat(200));
        COMMANDS.add("short");
        COMMANDS.add("later");
        try (RawDevice device = RawDevice.at(broker.port())) {
            // receive maximum 1, maximum packet size 100, keep-alive a minute, user K, password right
            String properties = "210001" + "2700000064";
            device.packet(
                    0x10,
                    HexFormat.of()
                            .parseHex("0004" + hex("MQTT") + "05" + "c2" + "003c" + "08" + properties + "0000" + "0001"
                                    + hex("K") + "0005" + hex("right")));
            assertThat(device.read()).startsWith("20 0000");
            device.subscribe(V5, 3, "c");
            device.read();
            assertThat(device.read()).isEqualTo("32 " + packet5("c", 2, "short"));
            assertNothingComes(device);
            acknowledge(device, 2);
            assertThat(device.read()).isEqualTo("32 " + packet5("c", 3, "later"));
        }
    }

    @Test
    void aReceiveMaximumOfZeroIsAProtocolError() throws Exception {
        try (RawDevice device = RawDevice.at(broker.port())) {
            device.packet(
                    0x10,
                    HexFormat.of()
                            .parseHex("0004" + hex("MQTT") + "05" + "c2" + "003c" + "03" + "210000" + "0000" + "0001"
                                    + hex("K") + "0005" + hex("right")));
            assertThat(device.read()).startsWith("20 0082");
        }
    }

    @Test
    void anAcknowledgementIsNotedWhenTheDatabaseIsBack() throws Exception {
        UUID id = COMMANDS.add("kept");
        try (RawDevice device = connected(V311)) {
            device.subscribe(V311, 3, "c");
            device.read();
            device.read();
            COMMANDS.away(true);
            acknowledge(device, 1);
            assertNothingComes(device);
            assertThat(COMMANDS.delivered).isEmpty();
            COMMANDS.away(false);
            tell();
            assertThat(delivered()).isEqualTo(id);
        }
    }

    @Test
    void afterAnUnsubscribeNothingComes() throws Exception {
        try (RawDevice device = connected(V311)) {
            device.subscribe(V311, 3, "c");
            device.read();
            device.packet(0xA2, HexFormat.of().parseHex("0004" + "0001" + "63"));
            assertThat(device.read()).isEqualTo("b0 0004");
            COMMANDS.add("late");
            tell();
            assertNothingComes(device);
            device.subscribe(V311, 5, "c");
            assertThat(device.read()).isEqualTo("90 000501");
            assertThat(device.read()).isEqualTo("32 " + packet("c", 1, "late"));
        }
    }

    private static RawDevice connected(int version) throws Exception {
        RawDevice device = RawDevice.at(broker.port()).connect(version, "K", "right");
        assertThat(device.read()).startsWith("20 0000");
        return device;
    }

    /** As the watch does it. */
    private static void tell() {
        long newest = COMMANDS.newest(List.of()).getOrDefault(TestServices.DEVICE, 0L);
        APPLICATION.receivers.all().forEach((CommandReceiver receiver) -> receiver.newest(newest));
    }

    /** The next packet is the answer to a ping. */
    private static void assertNothingComes(RawDevice device) throws Exception {
        for (int i = 0; i < 3; i++) {
            device.packet(0xC0, new byte[0]);
            assertThat(device.read()).isEqualTo("d0 ");
        }
    }

    private static void acknowledge(RawDevice device, int id) throws Exception {
        device.packet(0x40, new byte[] {0, (byte) id});
    }

    private static UUID delivered() throws InterruptedException {
        return COMMANDS.delivered.poll(10, TimeUnit.SECONDS);
    }

    private static String packet(String topic, int id, String payload) {
        return "%04x%s%04x%s".formatted(topic.length(), hex(topic), id, hex(payload));
    }

    private static String packet5(String topic, int id, String payload) {
        return "%04x%s%04x00%s".formatted(topic.length(), hex(topic), id, hex(payload));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
