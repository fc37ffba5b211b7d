package dev.muster.launcher.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the server listens. All ports except http follow the https port, so that a second server on the same machine
 * needs only two properties.
 *
 * @param http redirects to https; in the demonstration run it also serves the portal
 * @param https portal and management API
 * @param device the device listener, which asks for a client certificate
 * @param admin the administration of the server, always on 127.0.0.1
 * @param bind the address of the three public listeners
 * @param publicUrl how people and devices reach the portal, without a slash at the end
 * @param deviceUrl how devices reach the device listener, without a slash at the end
 */
public record Addresses(int http, int https, int device, int admin, String bind, String publicUrl, String deviceUrl) {

    private static final int STOCK_HTTPS = 8181;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    static Addresses from(SettingsSource source, boolean demo) {
        int http = source.port("muster.http-port", 8080);
        int https = source.port("muster.https-port", STOCK_HTTPS);
        int offset = https - STOCK_HTTPS;
        int device = source.port("muster.device-port", 8443 + offset);
        int admin = source.port("muster.admin-port", 4848 + offset);
        String bind = source.text("muster.bind-address").orElse(demo ? LOOPBACK : EVERYWHERE);
        String url = source.text("muster.public-url").orElse("https://localhost:" + https);
        boolean isBehindProxy = source.text("muster.trusted-proxies").isPresent();
        String deviceUrl = source.text("muster.device-url").orElse(isBehindProxy ? url : atPort(url, device));
        return new Addresses(http, https, device, admin, bind, withoutSlash(url), withoutSlash(deviceUrl));
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

    /** Each port with the property that changes it. */
    public Map<String, Integer> byProperty() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("muster.https-port", https);
        ports.put("muster.http-port", http);
        ports.put("muster.device-port", device);
        ports.put("muster.admin-port", admin);
        return ports;
    }

    /** The address of the listener of this property: administration is never public. */
    String bindOf(String property) {
        return property.equals("muster.admin-port") ? LOOPBACK : bind;
    }
}
