package dev.muster.web.enrollment.upload;

import dev.muster.domain.shared.Places;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Reads the rest of a refused file, because a browser reads the answer only after it has sent everything. This takes a
 * thread, so the server does it only for a few files at a time, and not for long. For all others it closes the
 * connection.
 */
@ApplicationScoped
public class RefusedBody {

    private static final long AT_MOST = 300L << 20;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int PLACES = 16;

    private static final int OF_ORGANIZATION = 2;

    private final Places<UUID> places = new Places<>(PLACES, OF_ORGANIZATION);

    private final LongSupplier nanoTime;

    public RefusedBody() {
        this(System::nanoTime);
    }

    RefusedBody(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param organizationId the organization that sends the file */
    public void drain(UUID organizationId, InputStream body) throws IOException {
        if (places.enter(organizationId)) {
            try {
                read(body);
            } finally {
                places.leave(organizationId);
            }
        }
    }

    private void read(InputStream body) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long begin = nanoTime.getAsLong();
        long drained = 0;
        int read = 0;
        while (read >= 0 && drained < AT_MOST && nanoTime.getAsLong() - begin < LONGEST.toNanos()) {
            read = body.read(buffer);
            drained += read;
        }
    }
}
