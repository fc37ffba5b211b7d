package dev.muster.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    @Test
    void takesWhatIsAsLongAsAllowed() {
        assertThat(BoundedBody.read(new ByteArrayInputStream(new byte[10]), 10)).hasSize(10);
    }

    @Test
    void readsNoMoreThanOneByteTooMany() throws IOException {
        InputStream body = new ByteArrayInputStream(new byte[100]);
        assertThatThrownBy(() -> BoundedBody.read(body, 10))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.BODY_TOO_LARGE));
        assertThat(body.available()).isEqualTo(89);
    }

    @Test
    void aSenderThatGoesAwayIsTold() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatThrownBy(() -> BoundedBody.read(broken, 10)).isInstanceOf(UncheckedIOException.class);
    }
}
