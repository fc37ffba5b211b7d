package dev.muster.domain.provisioning;

import java.util.Map;

/**
 * What is filled into the sample programs of a certificate.
 *
 * @param accessKey of the certificate
 * @param certificate PEM of the certificate
 * @param server the public address, without a slash at its end
 * @param deviceServer the address of the device listener, without a slash at its end
 * @param mqttHost the host at which devices reach the broker of MQTT
 * @param mqttPort the port of MQTT over TLS, 0 if there is none: then no program uses MQTT
 * @param root PEM of the server root, the only root that the programs trust
 * @param identifier an example in the manufacturer's scheme
 */
public record SnippetValues(
        String accessKey,
        String certificate,
        String server,
        String deviceServer,
        String mqttHost,
        int mqttPort,
        String root,
        String identifier) {

    boolean hasMqtt() {
        return mqttPort > 0;
    }

    Map<String, String> byPlace() {
        return Map.of(
                "ACCESS_KEY", accessKey,
                "CERTIFICATE", certificate.strip(),
                "SERVER", server,
                "DEVICE_SERVER", deviceServer,
                "MQTT_HOST", mqttHost,
                "MQTT_PORT", Integer.toString(mqttPort),
                "ROOT", root.strip(),
                "IDENTIFIER", identifier);
    }
}
