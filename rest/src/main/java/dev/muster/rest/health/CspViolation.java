package dev.muster.rest.health;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a browser did not load or run, because the content security policy of the page forbids it. Anybody can send
 * such a report, so each text is short and has only harmless characters.
 *
 * @param directive such as {@code script-src-elem}
 * @param page the path of the page
 * @param blocked {@code inline}, {@code eval}, or the address without its query
 */
record CspViolation(String directive, String page, String blocked) {

    private static final int LENGTH = 120;

    /**
     * Reads a report in either form (W3C, Content Security Policy Level 3, section 5.3; Reporting API, section 3.3).
     *
     * @return the violations in it; empty if it has no violation of a policy
     * @throws MalformedRequestException if the body is not JSON
     */
    static List<CspViolation> read(byte[] report) throws MalformedRequestException {
        JsonValue value = StrictJson.value(report);
        if (value instanceof JsonObject object && object.get("csp-report") instanceof JsonObject body) {
            return List.of(of(body, "effective-directive", "document-uri", "blocked-uri"));
        }
        return value instanceof JsonArray reports
                ? reports.stream().flatMap(CspViolation::ofApi).toList()
                : List.of();
    }

    private static Stream<CspViolation> ofApi(JsonValue report) {
        return report instanceof JsonObject object
                        && "csp-violation".equals(object.getString("type", ""))
                        && object.get("body") instanceof JsonObject body
                ? Stream.of(of(body, "effectiveDirective", "documentURL", "blockedURL"))
                : Stream.empty();
    }

    private static CspViolation of(JsonObject body, String directive, String page, String blocked) {
        return new CspViolation(
                plain(body.getString(directive, "")),
                plain(body.getString(page, "").replaceFirst("^[a-z]+://[^/]*", "")),
                plain(body.getString(blocked, "")));
    }

    /** Without query and fragment, which could have secrets. */
    private static String plain(String text) {
        String start = text.replaceFirst("[?#].*", "");
        String kept = start.length() > LENGTH ? start.substring(0, LENGTH) : start;
        return kept.replaceAll("[^A-Za-z0-9:/._-]", "?");
    }
}
