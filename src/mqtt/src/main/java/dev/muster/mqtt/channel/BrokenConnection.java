package dev.muster.mqtt.channel;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What a line of the log says of a connection that has broken off. */
public final class BrokenConnection {

    private BrokenConnection() {}

    /**
     * The reason, without a byte that the client has sent: Netty quotes what is not TLS in its message, and that may have a
     * password in it.
     *
     * @return empty if the connection was only idle
     */
    public static Optional<String> reason(Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ReadTimeoutException idle -> {
                    return Optional.empty();
                }
                case NotSslRecordException other -> {
                    return Optional.of("not TLS");
                }
                case SSLException tls -> reason = String.valueOf(tls.getMessage());
                default -> {}
            }
        }
        return Optional.of(reason);
    }
}
