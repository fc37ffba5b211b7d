package dev.muster.it;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Clients of MQTT as devices have them: Eclipse Paho for 3.1.1, HiveMQ's for 5. All of them speak TLS. */
final class MqttDevice {

    /** The setting that says at which port the server speaks MQTT over TLS. */
    static final String PORT = "muster.mqtts-port";

    private MqttDevice() {}

    /** A client of MQTT 3.1.1 that has connected. @param context of its TLS */
    static org.eclipse.paho.client.mqttv3.MqttClient connect(
            MusterServer server, SSLContext context, String clientId, String user, String password)
            throws MqttException {
        return connect(server.port(PORT), context, clientId, user, password);
    }

    /** The same at any port of this machine. */
    static org.eclipse.paho.client.mqttv3.MqttClient connect(
            int port, SSLContext context, String clientId, String user, String password) throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setSocketFactory(context.getSocketFactory());
        options.setConnectionTimeout(20);
        if (user != null) {
            options.setUserName(user);
            options.setPassword(password.toCharArray());
        }
        var client = new org.eclipse.paho.client.mqttv3.MqttClient(
                "ssl://localhost:" + port, clientId, new MemoryPersistence());
        client.setTimeToWait(20_000);
        client.connect(options);
        return client;
    }

    static SSLContext withoutCertificate(MusterServer server) {
        return Trust.in(server.root());
    }

    /** A client of MQTT 5 that has not connected yet. */
    static Mqtt5BlockingClient version5(MusterServer server, String clientId, String user, String password) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(clientId)
                .serverHost("localhost")
                .serverPort(server.port(PORT))
                .sslConfig()
                .trustManagerFactory(Trust.managers(server.root()))
                .applySslConfig()
                .simpleAuth()
                .username(user)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
    }
}
