package dev.muster.mqtt.outside;

import dev.muster.domain.mqtt.OutsideBroker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of a broker outside. The launcher has checked them. */
@ApplicationScoped
public class OutsideConfiguration {

    @Inject
    @ConfigProperty(name = "muster.mqtt", defaultValue = "off")
    private String broker;

    @Inject
    @ConfigProperty(name = "muster.broker-hook-port")
    private OptionalInt hookPort;

    @Inject
    @ConfigProperty(name = "muster.broker-hook-address", defaultValue = "127.0.0.1")
    private String hookAddress;

    /** Whether the broker of the devices is outside. */
    boolean isOn() {
        return broker.equals("external");
    }

    /** Where the broker is. */
    OutsideBroker broker() {
        Config config = ConfigProvider.getConfig();
        return OutsideBroker.from(name ->
                config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty()));
    }

    /** Where the broker asks about devices. */
    int hookPort() {
        return hookPort.orElseThrow();
    }

    String hookAddress() {
        return hookAddress;
    }
}
