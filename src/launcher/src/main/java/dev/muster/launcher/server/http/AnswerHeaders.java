package dev.muster.launcher.server.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * The fields that tell a browser what it may do with an answer. Every answer has them, also those of the server itself.
 * The application may set its own value: pages have a content security policy of their own.
 */
public final class AnswerHeaders {

    /** For everything that is no page: a browser that shows it loads and runs nothing. */
    private static final String POLICY =
            "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Nothing of a device is used. What the pages use, such as the clipboard, has its default: only this origin. */
    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), camera=(),"
            + " display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(),"
            + " magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(),"
            + " xr-spatial-tracking=()";

    /** Types whose octets a browser would otherwise guess (RFC 2046 section 4.1.2); each text of ours is UTF-8. */
    private static final Pattern TEXT = Pattern.compile("(text/[^;]*|[^;]*[/+]xml)");

    private static final String YEAR = "max-age=31536000; includeSubDomains";

    private final Map<String, String> fields = new LinkedHashMap<>();

    private final String base;

    /**
     * @param isKept whether browsers remember that this host has TLS (RFC 6797)
     * @param base of addresses in redirects; empty for addresses without a host
     */
    public AnswerHeaders(boolean isKept, String base) {
        this.base = base;
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("X-Frame-Options", "DENY");
        fields.put("Content-Security-Policy", POLICY);
        fields.put("Referrer-Policy", "same-origin");
        fields.put("Permissions-Policy", PERMISSIONS);
        fields.put("Cross-Origin-Opener-Policy", "same-origin");
        fields.put("Cross-Origin-Resource-Policy", "same-origin");
        if (isKept) {
            fields.put("Strict-Transport-Security", YEAR);
        }
    }

    /**
     * For a listener, from the system properties that the launcher passes on. The demonstration run is on localhost, for
     * which a browser would remember TLS for all programs of the machine; and its http listener serves the portal.
     */
    public static AnswerHeaders ofSystem(boolean tls) {
        boolean demo = Boolean.getBoolean("muster.demo");
        return new AnswerHeaders(tls && !demo, demo && !tls ? "" : base(System.getProperty("muster.public-url", "")));
    }

    private static String base(String publicUrl) {
        URI uri = URI.create(publicUrl);
        return uri.getAuthority() == null ? "" : uri.getScheme() + "://" + uri.getAuthority();
    }

    /** Adds the fields that an answer does not have yet, before its head is sent. */
    void complete(HttpRequestPacket request, HttpResponsePacket response) {
        fields.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        String type = response.getContentType();
        if (type != null && TEXT.matcher(type).matches()) {
            response.setContentType(type + ";charset=UTF-8");
        }
        limitCookies(response.getHeaders());
        DataChunk location = response.getHeaders().getValue(Header.Location);
        if (location != null && !location.isNull()) {
            // in place: at this time the server takes a new Location for a trailer, where it is not allowed
            location.setString(PublicLocation.of(location.toString(), request.getHeader(Header.Host), base));
        }
    }

    /** The server leaves SameSite out when a session gets another id (RFC 6265bis, section 4.1.2.7). */
    private static void limitCookies(MimeHeaders headers) {
        for (int i = 0; i < headers.size(); i++) {
            DataChunk cookie = headers.getValue(i);
            if (headers.getName(i).equalsIgnoreCase("Set-Cookie")
                    && !cookie.toString().contains("SameSite=")) {
                cookie.setString(cookie + "; SameSite=Lax");
            }
        }
    }

    /**
     * A whole answer without a body, after which the connection ends.
     *
     * @param status such as {@code 408 Request Timeout}
     * @param more further fields, such as {@code Retry-After: 5}
     */
    public byte[] last(String status, String... more) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        for (String field : more) {
            head.append(field).append("\r\n");
        }
        fields.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
