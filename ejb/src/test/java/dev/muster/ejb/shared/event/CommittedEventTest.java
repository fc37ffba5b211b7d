package dev.muster.ejb.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An act has a line only when the database has decided. */
class CommittedEventTest {

    private static final SecurityEvent EVENT =
            SecurityEvent.of(EventKind.MEMBERSHIP_ADDED).with("object", new UUID(1, 2));

    private final List<String> lines = new ArrayList<>();

    private final List<Synchronization> waiting = new ArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger(SecurityLog.NAME).addHandler(handler);
    }

    @AfterEach
    void leave() {
        Logger.getLogger(SecurityLog.NAME).removeHandler(handler);
        EventOrigin.end();
    }

    @Test
    void isWrittenAfterTheCommitWithItsOrigin() {
        EventOrigin.of("portal", "192.0.2.1", "GET", "/oidc/callback").begin();
        CommittedEvent.write(transaction("a transaction"), EVENT);
        EventOrigin.end();
        assertThat(lines).isEmpty();
        waiting.getFirst().afterCompletion(Status.STATUS_COMMITTED);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .contains("event=membership-added outcome=done", "place=portal from=192.0.2.1", "path=/oidc/callback");
    }

    @Test
    void whatIsUndoneHasFailed() {
        CommittedEvent.write(transaction("a transaction"), EVENT);
        waiting.getFirst().afterCompletion(Status.STATUS_ROLLEDBACK);
        assertThat(lines.getFirst()).contains("event=membership-added outcome=failed");
    }

    @Test
    void withoutATransactionItIsWrittenAtOnce() {
        CommittedEvent.write(transaction(null), EVENT);
        assertThat(waiting).isEmpty();
        assertThat(lines.getFirst()).contains("event=membership-added outcome=done");
    }

    private TransactionSynchronizationRegistry transaction(@Nullable Object key) {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getTransactionKey" -> key;
                    case "registerInterposedSynchronization" -> {
                        waiting.add((Synchronization) arguments[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
