package dev.muster.mqtt.outside;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** What the metrics say of a broker outside. Both numbers are 0 if there is none. */
@ApplicationScoped
public class OutsideState {

    private volatile BooleanSupplier connection = () -> false;
    private volatile IntSupplier held = () -> 0;

    /** From now on these are asked. */
    void of(BooleanSupplier isConnected, IntSupplier waiting) {
        connection = isConnected;
        held = waiting;
    }

    @Gauge(
            name = "muster_broker_connected",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "1 if this server is connected to a broker of MQTT outside")
    public int connected() {
        return connection.getAsBoolean() ? 1 : 0;
    }

    @Gauge(
            name = "muster_broker_waiting",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "Messages of a broker outside that wait because the database is away")
    public int waiting() {
        return held.getAsInt();
    }
}
