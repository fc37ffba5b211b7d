package dev.muster.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A packet as it is on the wire (MQTT 5.0 section 2, MQTT 3.1.1 section 2). None of the product's code makes or reads it.
 *
 * @param first the octet with type and flags
 * @param body what comes after the length
 */
public record MqttPacket(int first, byte[] body) {

    public static final int V31 = 3;
    public static final int V311 = 4;
    public static final int V5 = 5;

    /** Types, MQTT 5.0 section 2.1.2. */
    public static final int CONNACK = 2;

    public static final int PUBLISH = 3;
    public static final int PUBACK = 4;
    public static final int SUBACK = 9;
    public static final int UNSUBACK = 11;
    public static final int PINGRESP = 13;
    public static final int DISCONNECT = 14;

    private static final int REASON_STRING = 0x1F;
    private static final int USER_PROPERTY = 0x26;
    private static final int TOPIC_ALIAS_MAXIMUM = 0x22;
    private static final int RETAIN_AVAILABLE = 0x25;

    /** @param user null if the packet has none; likewise the password */
    public static byte[] connect(int version, String clientId, String user, byte[] password) {
        return connect(version, clientId, user, password, 60, new byte[0], 0);
    }

    public static byte[] connect(int version, String clientId, String user, String password) {
        return connect(version, clientId, user, bytes(password));
    }

    /** @param keepAlive in seconds */
    public static byte[] connect(int version, String user, String password, int keepAlive) {
        return connect(version, "", user, bytes(password), keepAlive, new byte[0], 0);
    }

    /** With a last will. @param willFlags 0x04, and more for QoS and retain */
    public static byte[] connectWithWill(
            int version, String user, String password, int keepAlive, String topic, String will, int willFlags) {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        if (version == V5) {
            fields.write(0);
        }
        fields.writeBytes(text(topic));
        fields.writeBytes(text(will));
        return connect(version, "", user, bytes(password), keepAlive, fields.toByteArray(), willFlags);
    }

    private static byte[] connect(
            int version, String clientId, String user, byte[] password, int keepAlive, byte[] will, int willFlags) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text(version == V31 ? "MQIsdp" : "MQTT"));
        body.write(version);
        body.write(willFlags | 2 | (user == null ? 0 : 0x80) | (password == null ? 0 : 0x40));
        body.writeBytes(number(keepAlive));
        if (version == V5) {
            body.write(0);
        }
        body.writeBytes(text(clientId));
        body.writeBytes(will);
        if (user != null) {
            body.writeBytes(text(user));
        }
        if (password != null) {
            body.writeBytes(number(password.length));
            body.writeBytes(password);
        }
        return of(0x10, body.toByteArray());
    }

    /** @param flags QoS times 2, 1 for retain */
    public static byte[] publish(int version, int flags, int packetId, String topic, String payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text(topic));
        if ((flags & 6) != 0) {
            body.writeBytes(number(packetId));
        }
        if (version == V5) {
            body.write(0);
        }
        body.writeBytes(bytes(payload));
        return of(0x30 | flags, body.toByteArray());
    }

    public static byte[] subscribe(int version, int packetId, String... filters) {
        return topics(0x82, version, packetId, new byte[] {1}, filters);
    }

    public static byte[] unsubscribe(int version, int packetId, String... filters) {
        return topics(0xA2, version, packetId, new byte[0], filters);
    }

    private static byte[] topics(int first, int version, int packetId, byte[] options, String... filters) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(number(packetId));
        if (version == V5) {
            body.write(0);
        }
        for (String filter : filters) {
            body.writeBytes(text(filter));
            body.writeBytes(options);
        }
        return of(first, body.toByteArray());
    }

    public static byte[] ping() {
        return of(0xC0, new byte[0]);
    }

    public static byte[] of(int first, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        packet.writeBytes(length(body.length));
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /** The length of a packet behind its first octet, one to four digits (MQTT 5.0 section 1.5.5). */
    public static byte[] length(int length) {
        ByteArrayOutputStream digits = new ByteArrayOutputStream();
        int rest = length;
        do {
            int digit = rest & 127;
            rest >>= 7;
            digits.write(rest > 0 ? digit | 128 : digit);
        } while (rest > 0);
        return digits.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] utf8 = bytes(text);
        return ByteBuffer.allocate(2 + utf8.length)
                .putShort((short) utf8.length)
                .put(utf8)
                .array();
    }

    private static byte[] number(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    public int type() {
        return first >> 4;
    }

    /** Of an answer to a packet with an id. */
    public int packetId() {
        return (body[0] & 0xFF) << 8 | body[1] & 0xFF;
    }

    /** The reason code or the return code: of a PUBACK, the last of a SUBACK or an UNSUBACK, of a CONNACK or a DISCONNECT. */
    public int code() {
        return switch (type()) {
            case CONNACK -> body[1] & 0xFF;
            case PUBACK -> body.length > 2 ? body[2] & 0xFF : 0;
            case DISCONNECT -> body.length > 0 ? body[0] & 0xFF : 0;
            default -> body[body.length - 1] & 0xFF;
        };
    }

    /** Of a CONNACK of MQTT 5: the reason string has the name {@code reason}, a user property its own name. */
    public Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>();
        ByteBuffer rest = ByteBuffer.wrap(body, 2, body.length - 2);
        while ((rest.get() & 0x80) != 0) {
            // a digit of the length
        }
        while (rest.hasRemaining()) {
            int id = rest.get();
            if (id == REASON_STRING) {
                all.put("reason", string(rest));
            } else if (id == USER_PROPERTY) {
                all.put(string(rest), string(rest));
            } else if (id == TOPIC_ALIAS_MAXIMUM) {
                rest.getShort();
            } else if (id == RETAIN_AVAILABLE) {
                rest.get();
            } else {
                throw new IllegalStateException("property " + id + " in a refusal: " + this);
            }
        }
        return all;
    }

    private static String string(ByteBuffer from) {
        byte[] utf8 = new byte[from.getShort() & 0xFFFF];
        from.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%02x %s".formatted(first, HexFormat.of().formatHex(body));
    }
}
