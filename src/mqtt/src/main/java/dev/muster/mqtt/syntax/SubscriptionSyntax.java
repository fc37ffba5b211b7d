package dev.muster.mqtt.syntax;

import java.util.EnumSet;
import java.util.Set;

/** The form of SUBSCRIBE and UNSUBSCRIBE (MQTT 5.0 sections 3.8 and 3.10, MQTT 3.1.1 sections 3.8 and 3.10). */
final class SubscriptionSyntax {

    private static final int QOS = 0x03;
    private static final int NO_LOCAL = 0x04;
    private static final int RETAIN_HANDLING = 0x30;
    private static final int RESERVED = 0xC0;

    private static final Set<Property> OF_SUBSCRIBE = EnumSet.of(Property.SUBSCRIPTION_ID, Property.USER);
    private static final Set<Property> OF_UNSUBSCRIBE = EnumSet.of(Property.USER);

    private final int version;
    private final Fields fields;

    SubscriptionSyntax(int version, Fields fields) {
        this.version = version;
        this.fields = fields;
    }

    void subscribe() {
        begin(OF_SUBSCRIBE);
        do {
            String filter = filter();
            int options = fields.octet();
            if (version == PacketSyntax.V5) {
                checkOptions(options, filter);
            } else if ((version == PacketSyntax.V31 ? options & QOS : options)
                    >= QOS) { // the upper six bits are reserved
                throw FaultException.malformed();
            }
        } while (fields.hasMore());
    }

    void unsubscribe() {
        begin(OF_UNSUBSCRIBE);
        do {
            filter();
        } while (fields.hasMore());
    }

    private void begin(Set<Property> properties) {
        fields.packetId();
        if (version == PacketSyntax.V5) {
            Property.read(fields, properties);
        }
        if (!fields.hasMore()) {
            throw FaultException.protocolError();
        }
    }

    private String filter() {
        String filter = fields.text();
        TopicSyntax.checkFilter(filter);
        return filter;
    }

    /** MQTT 5.0 section 3.8.3.1. */
    private static void checkOptions(int options, String filter) {
        if ((options & RESERVED) != 0) {
            throw FaultException.malformed();
        }
        boolean isShared = (options & NO_LOCAL) != 0 && TopicSyntax.isShared(filter);
        if ((options & QOS) == QOS || (options & RETAIN_HANDLING) == RETAIN_HANDLING || isShared) {
            throw FaultException.protocolError();
        }
    }
}
