package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Reads bodies of limited length. It counts the bytes of the stream, because a Content-Length may be missing or wrong.
 */
public final class BoundedBody {

    private BoundedBody() {}

    /**
     * The whole body.
     *
     * @throws ProblemException {@code body-too-large} if it has more than {@code limit} bytes; it reads only one byte
     *     more
     * @throws UncheckedIOException if the sender has closed the connection
     */
    public static byte[] read(InputStream body, int limit) {
        try {
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new ProblemException(
                        ProblemCode.BODY_TOO_LARGE,
                        String.format(Locale.ROOT, "The body is too long; at most %,d bytes are allowed here.", limit));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
