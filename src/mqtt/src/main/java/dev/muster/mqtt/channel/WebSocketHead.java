package dev.muster.mqtt.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The head of an HTTP request that asks for a WebSocket with MQTT (RFC 6455 section 4.2.1, MQTT 5.0 section 6). */
final class WebSocketHead {

    private static final String LINE_END = "\r\n";

    private static final Pattern REQUEST = Pattern.compile("GET /[!-~]* HTTP/1\\.1");

    /** Without control characters, and without a blank at its beginning. */
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+:[\\t -~\\u0080-\\u00FF]*");

    /** 16 bytes in base64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

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
                && KEY.matcher(fields.getOrDefault("sec-websocket-key", "")).matches();
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
