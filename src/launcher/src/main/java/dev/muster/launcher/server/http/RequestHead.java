package dev.muster.launcher.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request, read strictly (RFC 9112): each octet has only one reading, so that no program in front of this
 * server can find another end of the request. The server itself accepts more: the first of two Host fields, a
 * Content-Length beside chunks, folded lines.
 */
final class RequestHead {

    static final int BAD_REQUEST = 400;

    static final int FIELDS_TOO_LARGE = 431;

    private static final int NOT_IMPLEMENTED = 501;

    private static final int VERSION_NOT_SUPPORTED = 505;

    /** As the server allows. */
    static final int MOST_FIELDS = 100;

    /** RFC 9110 section 5.6.2. */
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** RFC 9112 section 3. A fragment is no part of a target (section 3.2). */
    private static final Pattern LINE = Pattern.compile("(" + TOKEN + ") ([\\x21\\x22\\x24-\\x7e]+) (\\S+)");

    private static final Pattern VERSION = Pattern.compile("HTTP/\\d\\.\\d");

    /** RFC 9110 section 5.5: no control character but the tabulator. */
    private static final Pattern FIELD = Pattern.compile("(" + TOKEN + "):([\\t\\x20-\\x7e\\x80-\\xff]*)");

    /** RFC 3986 section 3.2.2, without the forms that no name and no address has. */
    private static final Pattern HOST = Pattern.compile("([0-9A-Za-z._~-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private static final Pattern ABSOLUTE = Pattern.compile("(?i:https?)://([^/?]*)([/?].*)?");

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** This server is no proxy, and shows no client the fields that its scripts may not read. */
    private static final Set<String> NOT_DONE = Set.of("CONNECT", "TRACE");

    private final String method;

    private String host;

    private String length;

    private boolean isChunked;

    private int fields;

    private int fault;

    private RequestHead(String text) {
        String[] lines = text.split("\r\n");
        Matcher line = LINE.matcher(lines[0]);
        boolean isLine = line.matches();
        this.method = isLine ? line.group(1) : "";
        if (!isLine || !VERSION.matcher(line.group(3)).matches()) {
            fault = BAD_REQUEST;
        } else if (!line.group(3).matches("HTTP/1\\.[01]")) {
            fault = VERSION_NOT_SUPPORTED;
        } else {
            read(lines);
            check(line.group(2), line.group(3).endsWith("1"));
        }
    }

    /** @param octets with the empty line at its end, each line ended by CR and LF */
    static RequestHead of(byte[] octets) {
        return new RequestHead(new String(octets, StandardCharsets.ISO_8859_1));
    }

    /** Whether a line, without its end, is a field (RFC 9112 section 5). */
    static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    /** The status to refuse the request with; 0 for a good one. */
    int fault() {
        return fault;
    }

    boolean isChunked() {
        return isChunked;
    }

    /** How many octets follow; 0 also with chunks. */
    long length() {
        return length == null ? 0 : Long.parseLong(length);
    }

    private void read(String[] lines) {
        for (int i = 1; i < lines.length && fault == 0; i++) {
            Matcher field = FIELD.matcher(lines[i]);
            fields++;
            if (!field.matches()) {
                fault = BAD_REQUEST;
            } else if (fields > MOST_FIELDS) {
                fault = FIELDS_TOO_LARGE;
            } else {
                read(field.group(1).toLowerCase(Locale.ROOT), field.group(2).strip());
            }
        }
    }

    private void read(String name, String value) {
        switch (name) {
            case "host" -> host = once(host, value, HOST.matcher(value).matches());
            case "content-length" ->
                length = once(length, value, LENGTH.matcher(value).matches());
            case "transfer-encoding" -> {
                once(isChunked ? value : null, value, "chunked".equalsIgnoreCase(value));
                isChunked = true;
            }
            default -> {}
        }
    }

    private String once(String before, String value, boolean isValid) {
        if (before != null || !isValid) {
            fault = BAD_REQUEST;
        }
        return value;
    }

    private void check(String target, boolean isHttp11) {
        boolean isAmbiguous = isChunked && (length != null || !isHttp11);
        if (fault == 0 && (isHttp11 && host == null || isAmbiguous || !isTarget(target))) {
            fault = BAD_REQUEST;
        }
        if (fault == 0 && NOT_DONE.contains(method)) {
            fault = NOT_IMPLEMENTED;
        }
    }

    /** RFC 9112 section 3.2. */
    private boolean isTarget(String target) {
        Matcher absolute = ABSOLUTE.matcher(target);
        return target.startsWith("/")
                || "*".equals(target) && "OPTIONS".equals(method)
                || "CONNECT".equals(method)
                || absolute.matches() && HOST.matcher(absolute.group(1)).matches();
    }
}
