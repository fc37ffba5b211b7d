package dev.muster.mqtt.broker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the broker, as the launcher passes them on (operations.md). */
@ApplicationScoped
public class BrokerSettings {

    @Inject
    @ConfigProperty(name = "muster.mqtt", defaultValue = "off")
    private String broker;

    @Inject
    @ConfigProperty(name = "muster.mqtts-port")
    private OptionalInt mqtts;

    @Inject
    @ConfigProperty(name = "muster.mqtt-port")
    private OptionalInt mqtt;

    @Inject
    @ConfigProperty(name = "muster.bind-address", defaultValue = "127.0.0.1")
    private String address;

    @Inject
    @ConfigProperty(name = "muster.handshake-seconds", defaultValue = "30")
    private int handshakeSeconds;

    @Inject
    @ConfigProperty(name = "muster.handshakes", defaultValue = "2000")
    private int handshakes;

    @Inject
    @ConfigProperty(name = "muster.handshakes-per-source", defaultValue = "1000")
    private int handshakesOfSource;

    boolean isEmbedded() {
        return broker.equals("embedded");
    }

    /** 0 if there is no port with TLS. */
    int tlsPort() {
        return mqtts.orElse(0);
    }

    /** 0 if there is no port without TLS. */
    int plainPort() {
        return mqtt.orElse(0);
    }

    String address() {
        return address;
    }

    int handshakeSeconds() {
        return handshakeSeconds;
    }

    int handshakes() {
        return handshakes;
    }

    int handshakesOfSource() {
        return handshakesOfSource;
    }
}
