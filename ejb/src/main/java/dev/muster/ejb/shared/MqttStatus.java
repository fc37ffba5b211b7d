package dev.muster.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether devices can connect by MQTT. The broker says it, and the health check asks. */
@ApplicationScoped
public class MqttStatus {

    private volatile String state = "off";
    private volatile @Nullable String fault;

    /** @param address where the broker listens, or {@code off} */
    public void is(String address) {
        this.state = address;
    }

    /** @param sentence why devices cannot connect */
    public void failed(String sentence) {
        this.state = "failed";
        this.fault = sentence;
    }

    /** {@code off}, {@code failed}, or the addresses where the broker listens. */
    public String state() {
        return state;
    }

    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }
}
