package dev.muster.web.enrollment.upload;

import dev.muster.domain.shared.Places;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Reads on what is left of a refused file, so that the browser comes to read the answer. That takes a thread, so it is done
 * for a few at a time, and not for long; of the others the connection is ended.
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

    /** @param organizationId whose file it is */
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
