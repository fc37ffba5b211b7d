package dev.muster.mqtt.syntax;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The form of PUBLISH and of its answers (MQTT 5.0 sections 3.3 to 3.7, MQTT 3.1.1 sections 3.3 to 3.7). */
final class MessageSyntax {

    private static final int DUP = 0x08;
    private static final int QOS = 0x06;

    private static final int PUBACK = 4;
    private static final int PUBREC = 5;

    private static final Set<Property> OF_PUBLISH = EnumSet.of(
            Property.PAYLOAD_FORMAT,
            Property.MESSAGE_EXPIRY,
            Property.TOPIC_ALIAS,
            Property.RESPONSE_TOPIC,
            Property.CORRELATION_DATA,
            Property.USER,
            Property.SUBSCRIPTION_ID,
            Property.CONTENT_TYPE);

    private static final Set<Property> OF_ANSWER = EnumSet.of(Property.REASON_STRING, Property.USER);

    /** Of PUBACK and PUBREC (MQTT 5.0 section 3.4.2.1). */
    private static final Set<Integer> FIRST_CODES = Set.of(0x00, 0x10, 0x80, 0x83, 0x87, 0x90, 0x91, 0x97, 0x99);

    /** Of PUBREL and PUBCOMP (MQTT 5.0 section 3.6.2.1). */
    private static final Set<Integer> LATER_CODES = Set.of(0x00, 0x92);

    private final int version;
    private final Fields fields;

    MessageSyntax(int version, Fields fields) {
        this.version = version;
        this.fields = fields;
    }

    /** The payload may be anything. */
    void publish(int flags) {
        boolean isAnswered = (flags & QOS) != 0;
        boolean repeatsWhatIsNotAnswered = version > PacketSyntax.V31 && !isAnswered && (flags & DUP) != 0;
        if ((flags & QOS) == QOS || repeatsWhatIsNotAnswered) {
            throw FaultException.malformed();
        }
        TopicSyntax.checkName(fields.text(), version == PacketSyntax.V5);
        if (isAnswered) {
            fields.packetId();
        }
        if (version == PacketSyntax.V5) {
            Map<Property, Long> sent = Property.read(fields, OF_PUBLISH);
            if (sent.containsKey(Property.SUBSCRIPTION_ID)) { // only a server sends it (MQTT 5.0 section 3.3.4)
                throw FaultException.protocolError();
            }
        }
        fields.rest();
    }

    /** PUBACK, PUBREC, PUBREL and PUBCOMP. */
    void answer(int type) {
        fields.packetId();
        if (version != PacketSyntax.V5 || !fields.hasMore()) {
            return;
        }
        Set<Integer> codes = type == PUBACK || type == PUBREC ? FIRST_CODES : LATER_CODES;
        if (!codes.contains(fields.octet())) {
            throw FaultException.protocolError();
        }
        if (fields.hasMore()) {
            Property.read(fields, OF_ANSWER);
        }
    }
}
