package dev.muster.mqtt.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of an HTTP request that asks for a WebSocket with MQTT (RFC 6455 section 4.2.1, MQTT 5.0 section 6). */
final class WebSocketHead {

    private static final String LINE_END = "\r\n";

    private static final Pattern REQUEST = Pattern.compile("GET /[!-~]* HTTP/1\\.1");

    /** Without control characters, and without a blank at its beginning. */
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+:[\\t -~\\u0080-\\u00FF]*");

    /** 16 bytes in base64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    /** Of a page, or of a host and a port: the host is the first group. */
    private static final Pattern HOST = Pattern.compile("(?:https?://)?(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:/,]+)(?::\\d+)?");

    private WebSocketHead() {}

    /** @param text with the empty line at its end, each byte a character */
    static boolean isOne(String text) {
        List<String> lines = List.of(text.split(LINE_END));
        List<String> rest = lines.subList(1, lines.size());
        if (!REQUEST.matcher(lines.getFirst()).matches()
                || !rest.stream().allMatch(line -> FIELD.matcher(line).matches())) {
            return false;
        }
        Map<String, String> fields = fields(rest);
        return has(fields, "upgrade", "websocket")
                && has(fields, "connection", "upgrade")
                && has(fields, "sec-websocket-version", "13")
                && has(fields, "sec-websocket-protocol", "mqtt")
                && KEY.matcher(fields.getOrDefault("sec-websocket-key", "")).matches()
                && isOfThisHost(fields);
    }

    /**
     * A page of another site must not use the certificate of its reader's browser (RFC 6455 section 10.2). A device has no
     * page: its client sends no Origin, or the address of the server, some with another scheme.
     */
    private static boolean isOfThisHost(Map<String, String> fields) {
        String origin = fields.get("origin");
        return origin == null || host(origin).isPresent() && host(origin).equals(host(fields.getOrDefault("host", "")));
    }

    private static Optional<String> host(String text) {
        Matcher host = HOST.matcher(text.toLowerCase(Locale.ROOT));
        return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
    }

    /** By names in lower case; a field that comes twice is one list. */
    private static Map<String, String> fields(List<String> lines) {
        Map<String, String> fields = new HashMap<>();
        lines.forEach(line -> {
            int colon = line.indexOf(':');
            fields.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, second) -> first + "," + second);
        });
        return fields;
    }

    private static boolean has(Map<String, String> fields, String name, String word) {
        for (String value : fields.getOrDefault(name, "").split(",")) {
            if (value.strip().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }
}
