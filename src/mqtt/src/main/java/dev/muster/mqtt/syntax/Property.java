package dev.muster.mqtt.syntax;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The properties that a client may send (MQTT 5.0 section 2.2.2.2). */
enum Property {
    PAYLOAD_FORMAT(0x01, Property::flag),
    MESSAGE_EXPIRY(0x02, Fields::longNumber),
    CONTENT_TYPE(0x03, Property::text),
    RESPONSE_TOPIC(0x08, Property::topic),
    CORRELATION_DATA(0x09, Property::binary),
    SUBSCRIPTION_ID(0x0B, fields -> positive(fields.variableNumber())),
    SESSION_EXPIRY(0x11, Fields::longNumber),
    AUTHENTICATION_METHOD(0x15, Property::text),
    AUTHENTICATION_DATA(0x16, Property::binary),
    REQUEST_PROBLEM(0x17, Property::flag),
    WILL_DELAY(0x18, Fields::longNumber),
    REQUEST_RESPONSE(0x19, Property::flag),
    SERVER_REFERENCE(0x1C, Property::text),
    REASON_STRING(0x1F, Property::text),
    RECEIVE_MAXIMUM(0x21, fields -> positive(fields.number())),
    TOPIC_ALIAS_MAXIMUM(0x22, Fields::number),
    /** Zero has a reason code of its own (MQTT 5.0 section 3.3.2.3.4). */
    TOPIC_ALIAS(0x23, Fields::number),
    /** The only property that may come more than once. */
    USER(0x26, fields -> text(fields) + text(fields)),
    MAXIMUM_PACKET_SIZE(0x27, fields -> positive(fields.longNumber()));

    private final int id;
    private final ToLongFunction<Fields> value;

    Property(int id, ToLongFunction<Fields> value) {
        this.id = id;
        this.value = value;
    }

    /**
     * Reads the properties of a packet.
     *
     * @param known which this type of packet may have
     * @return their values; 0 for what is no number
     */
    static Map<Property, Long> read(Fields fields, Set<Property> known) {
        Fields all = fields.part();
        if (!all.hasMore()) {
            return Map.of();
        }
        Map<Property, Long> values = new EnumMap<>(Property.class);
        while (all.hasMore()) {
            Property property = of(all.variableNumber(), known);
            Long before = values.put(property, property.value.applyAsLong(all));
            if (before != null && property != USER) {
                throw FaultException.protocolError();
            }
        }
        return values;
    }

    private static Property of(int id, Set<Property> known) {
        for (Property property : known) {
            if (property.id == id) {
                return property;
            }
        }
        throw FaultException.malformed();
    }

    private static long flag(Fields fields) {
        int value = fields.octet();
        if (value > 1) {
            throw FaultException.protocolError();
        }
        return value;
    }

    private static long positive(long value) {
        if (value == 0) {
            throw FaultException.protocolError();
        }
        return value;
    }

    private static long text(Fields fields) {
        fields.text();
        return 0;
    }

    private static long topic(Fields fields) {
        TopicSyntax.checkName(fields.text(), false);
        return 0;
    }

    private static long binary(Fields fields) {
        fields.binary();
        return 0;
    }
}
