package dev.muster.launcher.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the server listens. All ports except http follow the https port, so that a second server on the same machine
 * needs only two properties. Port 0 means that there is no such listener.
 *
 * @param http redirects to https; in the demonstration run it also serves the portal
 * @param https portal and management API
 * @param device the device listener, which asks for a client certificate
 * @param admin the administration of the server, always on 127.0.0.1
 * @param mqtts MQTT over TLS, which asks for a client certificate; 0 if there is none
 * @param mqtt MQTT without TLS, on 127.0.0.1 in the demonstration run; 0 everywhere else
 * @param hook where brokers outside ask about devices; 0 if there is none
 * @param bind the address of the four public listeners
 * @param hookBind the address of {@code hook}, in the operator's own network
 * @param publicUrl how people and devices reach the portal, without a slash at the end
 * @param deviceUrl how devices reach the device listener, without a slash at the end
 */
public record Addresses(
        int http,
        int https,
        int device,
        int admin,
        int mqtts,
        int mqtt,
        int hook,
        String bind,
        String hookBind,
        String publicUrl,
        String deviceUrl) {

    /** The setting that says where the broker of MQTT is. */
    static final String BROKER = "muster.mqtt";

    private static final String EMBEDDED = "embedded";
    private static final String EXTERNAL = "external";
    private static final String OFF = "off";
    private static final String HOOK_PORT = "muster.broker-hook-port";

    private static final int STOCK_HTTPS = 8181;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    static Addresses from(SettingsSource source, boolean demo) {
        int http = source.port("muster.http-port", 8080);
        int https = source.port("muster.https-port", STOCK_HTTPS);
        int offset = https - STOCK_HTTPS;
        int device = source.port("muster.device-port", 8443 + offset);
        int admin = source.port("muster.admin-port", 4848 + offset);
        String broker = broker(source);
        boolean hasBroker = broker.equals(EMBEDDED);
        int mqtts = hasBroker ? source.portOrNone("muster.mqtts-port", 8883 + offset) : 0;
        int mqtt = hasBroker && demo ? source.portOrNone("muster.mqtt-port", 1883 + offset) : 0;
        int hook = broker.equals(EXTERNAL) ? source.port(HOOK_PORT, 8444 + offset) : 0;
        String hookBind = source.text("muster.broker-hook-address").orElse(LOOPBACK);
        String bind = source.text("muster.bind-address").orElse(demo ? LOOPBACK : EVERYWHERE);
        String url = source.text("muster.public-url").orElse("https://localhost:" + https);
        boolean isBehindProxy = source.text("muster.trusted-proxies").isPresent();
        String deviceUrl = source.text("muster.device-url").orElse(isBehindProxy ? url : atPort(url, device));
        return new Addresses(
                http,
                https,
                device,
                admin,
                mqtts,
                mqtt,
                hook,
                bind,
                hookBind,
                withoutSlash(url),
                withoutSlash(deviceUrl));
    }

    private static String broker(SettingsSource source) {
        String broker = source.text(BROKER).orElse(EMBEDDED);
        if (!List.of(EMBEDDED, EXTERNAL, OFF).contains(broker)) {
            throw new LaunchFailure("%s must be embedded, external or off, but is '%s'.".formatted(BROKER, broker));
        }
        return broker;
    }

    static boolean isOutside(SettingsSource source) {
        return broker(source).equals(EXTERNAL);
    }

    /** {@code embedded} if devices reach the broker at a port, {@code external} if it is outside, otherwise {@code off}. */
    public String broker() {
        return hook > 0 ? EXTERNAL : mqtts > 0 || mqtt > 0 ? EMBEDDED : OFF;
    }

    /** The same host, or the address itself if it has no host. */
    private static String atPort(String url, int port) {
        String host = URI.create(url).getHost();
        return host == null ? url : "https://" + host + ":" + port;
    }

    private static String withoutSlash(String url) {
        return url.replaceAll("/+$", "");
    }

    /** The address to connect to from this machine. */
    public String reachable() {
        return EVERYWHERE.equals(bind) ? LOOPBACK : bind;
    }

    /** Each port that the server opens, with the property that changes it. */
    public Map<String, Integer> byProperty() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("muster.https-port", https);
        ports.put("muster.http-port", http);
        ports.put("muster.device-port", device);
        ports.put("muster.admin-port", admin);
        ports.put("muster.mqtts-port", mqtts);
        ports.put("muster.mqtt-port", mqtt);
        ports.put(HOOK_PORT, hook);
        ports.values().removeIf(port -> port == 0);
        return ports;
    }

    /** The address of the listener of this property: administration, and MQTT without TLS, are never public. */
    String bindOf(String property) {
        if (property.equals(HOOK_PORT)) {
            return hookBind;
        }
        return property.equals("muster.admin-port") || property.equals("muster.mqtt-port") ? LOOPBACK : bind;
    }
}
