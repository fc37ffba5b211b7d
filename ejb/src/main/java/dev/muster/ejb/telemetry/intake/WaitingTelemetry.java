package dev.muster.ejb.telemetry.intake;

import dev.muster.ejb.device.DeviceLogin;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** A body that waits for its transaction, and for whoever has sent it. */
public final class WaitingTelemetry {

    private final DeviceLogin login;
    private final byte[] body;
    private final CompletableFuture<AcceptedTelemetry> result = new CompletableFuture<>();

    WaitingTelemetry(DeviceLogin login, byte[] body) {
        this.login = login;
        this.body = body;
    }

    DeviceLogin login() {
        return login;
    }

    byte[] body() {
        return body;
    }

    /** Equal for all bodies of a device. */
    int sender() {
        return switch (login) {
            case DeviceLogin.ByAccessKey named -> named.accessKey().hashCode();
            case DeviceLogin.VouchedDevice vouched -> vouched.deviceId().hashCode();
            case DeviceLogin.Certificate shown ->
                shown.chain().isEmpty() ? 0 : Arrays.hashCode(shown.chain().getFirst());
        };
    }

    CompletableFuture<AcceptedTelemetry> result() {
        return result;
    }

    void keep(AcceptedTelemetry accepted) {
        result.complete(accepted);
    }

    void refuse(Throwable cause) {
        result.completeExceptionally(cause);
    }
}
