package dev.muster.mqtt.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.mqtt.connect.Refusal;
import dev.muster.mqtt.problem.Problem;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The size is the one that the encoder makes. */
class PacketSizeTest {

    /** A CONNACK without properties. */
    private static final int BARE = 5;

    private final EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);

    @Test
    void ofEachPacketThatTheServerSends() {
        assertThat(encoded(MqttMessageBuilders.connect()
                        .protocolVersion(MqttVersion.MQTT_5)
                        .clientId("d")
                        .build()))
                .isPositive(); // from now on the encoder writes MQTT 5
        assertSize(ConnackPackets.accepted(MqttVersion.MQTT_5, null, null));
        assertSize(ConnackPackets.accepted(MqttVersion.MQTT_5, "id-ä", 60));
        assertSize(ConnackPackets.refused((byte) 0x82));
        assertSize(refused(10_000));
        assertSize(refused(10));
        assertSize(Packets.acknowledged(1, 0, null));
        assertSize(Packets.acknowledged(1, 0x87, null));
        assertSize(Packets.acknowledged(1, 0x99, "x: out-of-range"));
        assertSize(Packets.acknowledged(1, 0x99, "ä".repeat(100)));
        assertSize(Packets.disconnect(0x98));
        assertSize(Packets.subscribed(1, List.of(0, 1, 0x87)));
        assertSize(Packets.subscribed(1, Collections.nCopies(200, 0x87)));
        assertSize(Packets.unsubscribed(MqttVersion.MQTT_5, 1, List.of((short) 0, (short) 0x11)));
        for (int length : new int[] {0, 1, 100, 122, 123, 124, 20_000, 3_000_000}) {
            assertSize(Packets.message("t", "x".repeat(length), 0, 0));
            assertSize(Packets.message("ä", "x".repeat(length), 1, 7));
        }
    }

    @Test
    void aRefusalThatIsTooLargeHasOnlyItsReason() {
        long full = PacketSize.of(refused(10_000));
        assertThat(PacketSize.of(refused(full))).isEqualTo(full);
        long withReason = PacketSize.of(refused(full - 1));
        assertThat(withReason).isBetween(10L, 40L);
        assertThat(PacketSize.of(refused(withReason))).isEqualTo(withReason);
        assertThat(PacketSize.of(refused(withReason - 1))).isEqualTo(BARE);
    }

    private static MqttConnAckMessage refused(long maximum) {
        Refusal refusal = new Refusal(Problem.of(ProblemCode.USE_NONCE, "x"), Instant.EPOCH, "nonce", 0L);
        return ConnackPackets.refused(MqttVersion.MQTT_5, refusal, maximum);
    }

    private void assertSize(MqttMessage packet) {
        assertThat(PacketSize.of(packet)).as(packet.toString()).isEqualTo(encoded(packet));
    }

    private int encoded(MqttMessage packet) {
        encoder.writeOutbound(packet);
        int size = 0;
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            size += part.readableBytes();
            part.release();
        }
        return size;
    }
}
