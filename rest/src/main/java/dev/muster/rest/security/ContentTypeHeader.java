package dev.muster.rest.security;

import java.util.regex.Pattern;

/** The field Content-Type. JAX-RS fails on a field that names no media type, before it calls the application. */
final class ContentTypeHeader {

    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";

    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    /** Type, slash, subtype, and perhaps parameters (RFC 9110 sections 8.3.1 and 5.6.6). */
    private static final Pattern MEDIA_TYPE = Pattern.compile("[ \\t]*" + TOKEN + "/" + TOKEN + "(?:[ \\t]*;[ \\t]*(?:"
            + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?)*+[ \\t]*");

    private static final int MAX_LENGTH = 1_024;

    private ContentTypeHeader() {}

    /** @param value null or empty if the request has no such field */
    static boolean isReadable(String value) {
        return value == null
                || value.isEmpty()
                || value.length() <= MAX_LENGTH && MEDIA_TYPE.matcher(value).matches();
    }
}
