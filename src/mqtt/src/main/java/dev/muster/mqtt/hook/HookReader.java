package dev.muster.mqtt.hook;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a question from the body of a request. */
final class HookReader {

    private static final String JSON = "application/json";

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final int MAX_FIELDS = 64;

    private HookReader() {}

    /** Whether the body has a form that can be read. */
    static boolean isKnown(FullHttpRequest request) {
        String type = type(request);
        return type.equals(JSON) || type.equals(FORM);
    }

    /** @throws MalformedRequestException if the body is not what its media type says */
    static HookQuestion read(FullHttpRequest request) throws MalformedRequestException {
        byte[] body = ByteBufUtil.getBytes(request.content());
        return type(request).equals(JSON)
                ? new HookQuestion(HookQuestion.Form.JSON, ofJson(body))
                : new HookQuestion(HookQuestion.Form.TEXT, ofForm(body));
    }

    private static String type(FullHttpRequest request) {
        CharSequence type = HttpUtil.getMimeType(request);
        return type == null
                        || request.headers()
                                        .getAll(HttpHeaderNames.CONTENT_TYPE)
                                        .size()
                                > 1
                ? ""
                : type.toString().strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** Members that are not texts are left out: no field that is read is a number, an array or an object. */
    private static Map<String, String> ofJson(byte[] body) throws MalformedRequestException {
        JsonObject members = StrictJson.object(body);
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            if (member.getValue() instanceof JsonString text) {
                fields.put(member.getKey(), text.getString());
            }
        }
        return fields;
    }

    private static Map<String, String> ofForm(byte[] body) throws MalformedRequestException {
        Map<String, String> fields = new HashMap<>();
        try {
            Map<String, List<String>> parameters = new QueryStringDecoder(
                            utf8(body), StandardCharsets.UTF_8, false, MAX_FIELDS + 1, false)
                    .parameters();
            if (parameters.size() > MAX_FIELDS) {
                throw new MalformedRequestException("The form has more than " + MAX_FIELDS + " fields.");
            }
            for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
                if (parameter.getValue().size() > 1) {
                    throw new MalformedRequestException("The form has a field twice.");
                }
                fields.put(parameter.getKey(), parameter.getValue().getFirst());
            }
            return fields;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new MalformedRequestException("The body is not a form in UTF-8.");
        }
    }

    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
