package dev.muster.ejb.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ClientGoneTest {

    private static final String SERVER = "org.glassfish.grizzly.http.io.InputBuffer";

    private static final String OURS = "dev.muster.ejb.enrollment.ReportService";

    @Test
    void aBrokenOrSlowConnectionIsTold() {
        assertThat(ClientGone.isToldBy(thrownBy(SERVER, new IOException()))).isTrue();
        assertThat(ClientGone.isToldBy(new IllegalStateException(
                        new UncheckedIOException(thrownBy("org.apache.catalina.connector.X", new EOFException())))))
                .isTrue();
        assertThat(ClientGone.isToldBy(new IllegalStateException(thrownBy(SERVER, new TimeoutException()))))
                .isTrue();
    }

    @Test
    void ourOwnFaultsAreNot() {
        assertThat(ClientGone.isToldBy(null)).isFalse();
        assertThat(ClientGone.isToldBy(new IllegalStateException())).isFalse();
        assertThat(ClientGone.isToldBy(thrownBy(OURS, new IOException("No space left on device"))))
                .isFalse();
        assertThat(ClientGone.isToldBy(
                        new IllegalStateException(new SQLException(thrownBy(SERVER, new IOException())))))
                .isFalse();
    }

    /** As it is thrown where this class calls Java's own. */
    private static <T extends Throwable> T thrownBy(String caller, T thrown) {
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("sun.nio.ch.SocketChannelImpl", "read", null, -1),
            new StackTraceElement(caller, "read", null, -1),
            new StackTraceElement(SERVER, "service", null, -1)
        });
        return thrown;
    }
}
