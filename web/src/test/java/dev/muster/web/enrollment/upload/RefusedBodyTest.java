package dev.muster.web.enrollment.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusedBodyTest {

    private final AtomicLong now = new AtomicLong();

    private final RefusedBody refused = new RefusedBody(now::get);

    @Test
    void aBodyIsReadToItsEnd() throws IOException {
        InputStream body = new ByteArrayInputStream(new byte[200_000]);
        refused.drain(UUID.randomUUID(), body);
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void aSlowBodyIsLeftAfterAMinute() throws IOException {
        AtomicInteger pieces = new AtomicInteger();
        refused.drain(UUID.randomUUID(), endless(() -> {
            pieces.incrementAndGet();
            now.addAndGet(Duration.ofSeconds(9).toNanos());
        }));
        assertThat(pieces).hasValue(7);
    }

    @Test
    void oneOrganizationHasTwoPlaces() throws IOException {
        UUID organization = UUID.randomUUID();
        AtomicInteger deepest = new AtomicInteger();
        nest(organization, deepest);
        assertThat(deepest).hasValue(2);
        nest(organization, deepest);
        assertThat(deepest).hasValue(4);
    }

    /** While one body is read, another one is refused, and so on. */
    private void nest(UUID organization, AtomicInteger depth) throws IOException {
        refused.drain(organization, endless(() -> {
            depth.incrementAndGet();
            try {
                nest(organization, depth);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            now.addAndGet(Duration.ofMinutes(2).toNanos());
        }));
    }

    private static InputStream endless(Runnable piece) {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                piece.run();
                return 1;
            }
        };
    }
}
