package dev.muster.mqtt.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.device.session.SessionEnd;
import dev.muster.domain.device.session.SessionTransport;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.mqtt.connect.Admission.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MqttSessionsTest {

    private static final UUID DEVICE = UUID.randomUUID();

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final MqttSessions sessions = new MqttSessions();

    private final List<Integer> ends = new ArrayList<>();

    @Test
    void aSecondConnectionTakesOver() {
        MqttSession first = session(NOON);
        MqttSession second = session(NOON.plusSeconds(1));
        sessions.begin(first);
        sessions.begin(second);
        assertThat(ends).containsExactly(MqttSessions.TAKEN_OVER);
        sessions.ended(first, SessionEnd.TAKEN_OVER);
        assertThat(sessions.of(DEVICE)).containsSame(second);
        assertThat(sessions.count()).isEqualTo(1);
        assertThat(second.since()).isEqualTo(NOON.plusSeconds(1));
    }

    /** Two connections are admitted at the same time, so they may be accepted in the other order. */
    @Test
    void theOneThatTakesOverCountsAsTheLaterOne() {
        MqttSession first = session(NOON);
        MqttSession second = session(NOON.minusSeconds(1));
        sessions.begin(first);
        sessions.begin(second);
        assertThat(second.since()).isAfter(first.since());
    }

    @Test
    void aNoteSaysHowASessionIsNow() {
        MqttSession session = session(NOON.plusNanos(1_999));
        sessions.begin(session);
        assertThat(session.note().end()).isNull();
        assertThat(session.note().since()).isEqualTo(NOON.plusNanos(1_000));
        sessions.ended(session, SessionEnd.DISCONNECTED);
        assertThat(session.note().end().reason()).isEqualTo(SessionEnd.DISCONNECTED);
        assertThat(session.note().end().ago()).isPositive();
        assertThat(sessions.all()).isEmpty();
    }

    private MqttSession session(Instant at) {
        Identity identity = new Identity(DEVICE, "key", "key", new DeviceLogin.Token("key", "token"), at);
        return new MqttSession(identity, "127.0.0.1", "MQTT 5", SessionTransport.TLS, ends::add);
    }
}
