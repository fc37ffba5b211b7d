package dev.muster.mqtt.syntax;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The form of a CONNECT, behind the name and the version of its protocol (MQTT 5.0 section 3.1, MQTT 3.1.1 section 3.1). */
final class ConnectSyntax {

    private static final int RESERVED = 0x01;
    private static final int CLEAN = 0x02;
    private static final int WILL = 0x04;
    private static final int WILL_QOS = 0x18;
    private static final int WILL_RETAIN = 0x20;
    private static final int PASSWORD = 0x40;
    private static final int USER_NAME = 0x80;

    private static final Set<Property> PROPERTIES = EnumSet.of(
            Property.SESSION_EXPIRY,
            Property.RECEIVE_MAXIMUM,
            Property.MAXIMUM_PACKET_SIZE,
            Property.TOPIC_ALIAS_MAXIMUM,
            Property.REQUEST_RESPONSE,
            Property.REQUEST_PROBLEM,
            Property.USER,
            Property.AUTHENTICATION_METHOD,
            Property.AUTHENTICATION_DATA);

    private static final Set<Property> WILL_PROPERTIES = EnumSet.of(
            Property.WILL_DELAY,
            Property.PAYLOAD_FORMAT,
            Property.MESSAGE_EXPIRY,
            Property.CONTENT_TYPE,
            Property.RESPONSE_TOPIC,
            Property.CORRELATION_DATA,
            Property.USER);

    private final int version;
    private final Fields fields;
    private int flags;

    ConnectSyntax(int version, Fields fields) {
        this.version = version;
        this.fields = fields;
    }

    /** Returns how long the session outlives its connection, in seconds, as the device asks; 0 before MQTT 5. */
    long check() {
        flags = fields.octet();
        checkFlags();
        fields.number(); // the keep-alive
        long expiry = version == PacketSyntax.V5 ? properties() : 0;
        if (fields.text().isEmpty() && version == PacketSyntax.V311 && !has(CLEAN)) {
            throw FaultException.noClientId();
        }
        if (has(WILL)) {
            checkWill();
        }
        if (has(USER_NAME)) {
            fields.text();
        }
        if (has(PASSWORD)) {
            fields.binary();
        }
        fields.end();
        return expiry;
    }

    /** MQTT 3.1 has no rule about bits that it does not use. Only MQTT 5 has a password without a user name. */
    private void checkFlags() {
        boolean isReserved = version > PacketSyntax.V31 && has(RESERVED);
        boolean hasNoWill = version > PacketSyntax.V31 && !has(WILL) && has(WILL_QOS | WILL_RETAIN);
        boolean isQosThree = has(WILL) && (flags & WILL_QOS) == WILL_QOS;
        boolean hasNoUser = version < PacketSyntax.V5 && has(PASSWORD) && !has(USER_NAME);
        if (isReserved || hasNoWill || isQosThree || hasNoUser) {
            throw FaultException.malformed();
        }
    }

    private long properties() {
        Map<Property, Long> sent = Property.read(fields, PROPERTIES);
        if (sent.containsKey(Property.AUTHENTICATION_DATA) && !sent.containsKey(Property.AUTHENTICATION_METHOD)) {
            throw FaultException.protocolError();
        }
        return sent.getOrDefault(Property.SESSION_EXPIRY, 0L);
    }

    private void checkWill() {
        if (version == PacketSyntax.V5) {
            Property.read(fields, WILL_PROPERTIES);
        }
        TopicSyntax.checkName(fields.text(), false);
        fields.binary();
    }

    private boolean has(int bits) {
        return (flags & bits) != 0;
    }
}
