package dev.muster.mqtt.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.muster.domain.device.session.SessionEnd;
import dev.muster.domain.device.session.SessionTransport;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.device.session.SessionNote;
import dev.muster.ejb.device.session.SessionRecords;
import dev.muster.mqtt.connect.Admission.Identity;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SessionJournalTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** How long each work waits before it is run, in milliseconds, and the work. The test runs it. */
    private record Work(long after, Runnable runnable) {}

    private final Deque<Work> scheduled = new ArrayDeque<>();
    private final Records records = new Records();
    private final SessionJournal journal = new SessionJournal(executor(), records);

    private boolean isStopping;

    /** The database: it keeps what is written, or fails. */
    private static final class Records extends SessionRecords {

        private final List<List<SessionNote>> written = new ArrayList<>();

        /** No transaction with one of these is committed. */
        private final Set<UUID> impossible = new HashSet<>();

        private boolean isAway;
        private Runnable meanwhile = () -> {};

        @Override
        public void write(List<SessionNote> notes) {
            if (isAway) {
                throw new IllegalStateException(new SQLTransientConnectionException("away"));
            }
            if (notes.stream().map(SessionNote::connectionId).anyMatch(impossible::contains)) {
                throw new IllegalStateException(new SQLException("the device is being deleted", "23503"));
            }
            written.add(notes);
            meanwhile.run();
        }

        private List<UUID> ids() {
            return written.stream()
                    .flatMap(Collection::stream)
                    .map(SessionNote::connectionId)
                    .toList();
        }
    }

    @Test
    void whatHasGatheredIsWrittenTogetherByOneThread() {
        MqttSession one = added(UUID.randomUUID(), NOON);
        MqttSession two = added(UUID.randomUUID(), NOON);
        assertThat(scheduled).hasSize(1);
        assertThat(runNext()).isZero();
        assertThat(records.written).hasSize(1);
        assertThat(records.ids()).containsExactly(one.id(), two.id());
        MqttSession three = added(UUID.randomUUID(), NOON);
        runNext();
        assertThat(records.ids()).containsExactly(one.id(), two.id(), three.id());
    }

    @Test
    void whatComesDuringTheWorkIsWrittenByTheSameWork() {
        MqttSession one = added(UUID.randomUUID(), NOON);
        MqttSession two = session(UUID.randomUUID(), NOON);
        records.meanwhile = () -> {
            records.meanwhile = () -> {};
            journal.add(two);
        };
        runNext();
        assertThat(records.ids()).containsExactly(one.id(), two.id());
        assertThat(scheduled).isEmpty();
    }

    @Test
    void aTransactionHasAtMostFiveThousandSessions() {
        for (int i = 0; i <= 5_000; i++) {
            added(UUID.randomUUID(), NOON);
        }
        runNext();
        assertThat(records.written).extracting(List::size).containsExactly(5_000, 1);
    }

    @Test
    void ofADeviceOnlyTheLaterSessionIsWrittenAsItIsThen() {
        UUID device = UUID.randomUUID();
        MqttSession later = added(device, NOON.plusSeconds(1));
        added(device, NOON);
        later.ended(SessionEnd.KEEP_ALIVE_TIMEOUT);
        runNext();
        assertThat(records.ids()).containsExactly(later.id());
        assertThat(records.written.getFirst().getFirst().end().reason()).isEqualTo(SessionEnd.KEEP_ALIVE_TIMEOUT);
    }

    @Test
    void ifTheDatabaseIsAwayNothingIsLost() {
        UUID device = UUID.randomUUID();
        MqttSession one = added(UUID.randomUUID(), NOON);
        added(device, NOON);
        records.isAway = true;
        runNext();
        MqttSession newer = added(device, NOON.plusSeconds(1));
        assertThat(scheduled).hasSize(1);
        assertThat(runNext()).isEqualTo(1_000);
        records.isAway = false;
        assertThat(runNext()).isEqualTo(1_000);
        assertThat(records.ids()).containsExactlyInAnyOrder(one.id(), newer.id());
        assertThat(scheduled).isEmpty();
    }

    @Test
    void aSessionThatCannotBeWrittenDoesNotKeepTheOthersFromIt() {
        MqttSession one = added(UUID.randomUUID(), NOON);
        MqttSession bad = added(UUID.randomUUID(), NOON);
        MqttSession two = added(UUID.randomUUID(), NOON);
        records.impossible.add(bad.id());
        runNext();
        assertThat(records.ids()).containsExactly(one.id(), two.id());
        assertThat(scheduled).isEmpty();
    }

    @Test
    void afterTheStopNothingIsWritten() {
        added(UUID.randomUUID(), NOON);
        journal.stop();
        added(UUID.randomUUID(), NOON);
        assertThat(scheduled).hasSize(1);
        runNext();
        assertThat(records.written).isEmpty();
    }

    @Test
    void aDeviceMayConnectWhileTheExecutorStops() {
        isStopping = true;
        assertThatCode(() -> added(UUID.randomUUID(), NOON)).doesNotThrowAnyException();
    }

    /** @return how long it waited, in milliseconds */
    private long runNext() {
        Work next = scheduled.remove();
        next.runnable().run();
        return next.after();
    }

    private MqttSession added(UUID device, Instant since) {
        MqttSession session = session(device, since);
        journal.add(session);
        return session;
    }

    private static MqttSession session(UUID device, Instant since) {
        Identity identity = new Identity(device, "key", "key", new DeviceLogin.Token("key", "token"), since);
        return new MqttSession(identity, "127.0.0.1", "MQTT 5", SessionTransport.TLS, reason -> {});
    }

    /** Only {@code schedule(Runnable, long, TimeUnit)} is called. */
    private ManagedScheduledExecutorService executor() {
        return (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> {
                    if (isStopping) {
                        throw new RejectedExecutionException();
                    }
                    scheduled.add(new Work((Long) arguments[1], (Runnable) arguments[0]));
                    return null;
                });
    }
}
