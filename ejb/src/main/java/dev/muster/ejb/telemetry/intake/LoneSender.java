package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.telemetry.TelemetrySource;
import dev.muster.domain.telemetry.TelemetrySources;
import dev.muster.ejb.device.BatchLogin;
import java.util.Optional;

/** A device that sends messages of its own only. */
final class LoneSender implements TelemetrySources {

    private final TelemetrySource sender;

    LoneSender(BatchLogin login, ModelCache models) {
        this.sender = new TelemetrySource(login.device().id(), models.of(login.model()));
    }

    @Override
    public TelemetrySource sender() {
        return sender;
    }

    /** @throws NotAlone always: to find a peripheral can mean to create it */
    @Override
    public Optional<TelemetrySource> peripheral(String uniqueIdentifier) {
        throw new NotAlone();
    }

    /** The body names a peripheral. It is no error, so it has no stack trace. */
    static final class NotAlone extends RuntimeException {

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
