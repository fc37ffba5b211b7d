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

    /** Muster is connected to a broker outside, and gets the messages. @param broker its address */
    public void connected(String broker) {
        this.state = "connected to " + broker;
        this.fault = null;
    }

    /** Muster is not connected to a broker outside, and tries again. @param reason for people, without secrets */
    public void disconnected(String broker, String reason) {
        this.state = "not connected to " + broker;
        this.fault = "Muster is not connected to the broker of MQTT: " + reason;
    }

    /** {@code off}, {@code failed}, the addresses where the broker listens, or whether a broker outside is connected. */
    public String state() {
        return state;
    }

    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }
}
