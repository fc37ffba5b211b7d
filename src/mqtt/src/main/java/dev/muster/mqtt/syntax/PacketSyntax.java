package dev.muster.mqtt.syntax;

import io.netty.buffer.ByteBuf;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what is wrong with the packets of one connection, before the decoder reads them: the decoder takes much that MQTT forbids.
 * Whether a packet comes at the right time is not its matter, except that a connection has one CONNECT.
 */
public final class PacketSyntax {

    static final int V31 = 3;
    static final int V311 = 4;
    static final int V5 = 5;

    private static final int UNKNOWN = 0;

    /** Types, MQTT 5.0 section 2.1.2. */
    private static final int CONNECT = 1;

    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;
    private static final int PUBREC = 5;
    private static final int PUBREL = 6;
    private static final int PUBCOMP = 7;
    private static final int SUBSCRIBE = 8;
    private static final int UNSUBSCRIBE = 10;
    private static final int PINGREQ = 12;
    private static final int DISCONNECT = 14;
    private static final int AUTH = 15;

    private static final int TYPE_BITS = 4;
    private static final int FLAGS = 0x0F;

    /** Of PUBREL, SUBSCRIBE and UNSUBSCRIBE (MQTT 5.0 section 2.1.3). */
    private static final int FLAGS_OF_REQUEST = 0x02;

    private static final Set<Property> OF_DISCONNECT =
            EnumSet.of(Property.SESSION_EXPIRY, Property.REASON_STRING, Property.USER, Property.SERVER_REFERENCE);

    /** MQTT 5.0 section 3.14.2.1, those of a client. */
    private static final Set<Integer> DISCONNECT_CODES =
            Set.of(0x00, 0x04, 0x80, 0x81, 0x82, 0x83, 0x90, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99);

    private int version = UNKNOWN;

    /** As the CONNECT asks, in seconds. */
    private long sessionExpiry;

    /** @return whether the connection has begun with a CONNECT of MQTT 5, or with the beginning of one */
    public boolean isVersion5() {
        return version == V5;
    }

    /**
     * What is wrong with a packet.
     *
     * @param packet a whole one; its indexes stay as they are
     * @return empty if its form is right, and if the connection has not begun with a CONNECT of a known version: others say so
     */
    public Optional<PacketFault> faultOf(ByteBuf packet) {
        try {
            check(packet);
            return Optional.empty();
        } catch (FaultException broken) {
            return Optional.of(broken.fault());
        }
    }

    private void check(ByteBuf packet) {
        ByteBuf bytes = packet.slice();
        int first = bytes.readUnsignedByte();
        if (version == UNKNOWN) {
            if (first >> TYPE_BITS == CONNECT) {
                connect(bytes);
            }
            return;
        }
        Fields fields = withoutLength(bytes);
        check(first >> TYPE_BITS, first & FLAGS, fields);
        fields.end();
    }

    /** MQTT 3.1.1 has no rule about lengths with more digits than they need. */
    private Fields withoutLength(ByteBuf bytes) {
        if (version == V5) {
            new Fields(bytes).variableNumber();
        } else {
            skipLength(bytes);
        }
        return new Fields(bytes);
    }

    private static void skipLength(ByteBuf bytes) {
        while (bytes.readByte() < 0) {
            // a further digit follows
        }
    }

    private void connect(ByteBuf bytes) {
        ByteBuf length = bytes.duplicate();
        skipLength(bytes);
        Fields fields = new Fields(bytes);
        String name = fields.text();
        int level = fields.octet();
        boolean isKnown =
                level == V31 && name.equals("MQIsdp") || (level == V311 || level == V5) && name.equals("MQTT");
        if (isKnown) {
            version = level;
            withoutLength(length);
            sessionExpiry = new ConnectSyntax(version, fields).check();
        }
    }

    private void check(int type, int flags, Fields fields) {
        if (type != PUBLISH && version > V31 && flags != flagsOf(type)) {
            throw FaultException.malformed();
        }
        switch (type) {
            case PUBLISH -> new MessageSyntax(version, fields).publish(flags);
            case SUBSCRIBE -> new SubscriptionSyntax(version, fields).subscribe();
            case UNSUBSCRIBE -> new SubscriptionSyntax(version, fields).unsubscribe();
            case PUBACK, PUBREC, PUBREL, PUBCOMP -> new MessageSyntax(version, fields).answer(type);
            case PINGREQ -> {}
            case DISCONNECT -> disconnect(fields);
            case 0 -> throw FaultException.malformed();
            case AUTH -> throw version == V5 ? FaultException.protocolError() : FaultException.malformed();
            default -> throw FaultException.protocolError(); // a second CONNECT, or what only a server sends
        }
    }

    private static int flagsOf(int type) {
        return type == PUBREL || type == SUBSCRIBE || type == UNSUBSCRIBE ? FLAGS_OF_REQUEST : 0;
    }

    /** A session that ends with its connection cannot be made to live longer (MQTT 5.0 section 3.14.2.2.2). */
    private void disconnect(Fields fields) {
        if (version != V5 || !fields.hasMore()) {
            return;
        }
        if (!DISCONNECT_CODES.contains(fields.octet())) {
            throw FaultException.protocolError();
        }
        if (fields.hasMore()) {
            Map<Property, Long> sent = Property.read(fields, OF_DISCONNECT);
            boolean livesLonger = sessionExpiry == 0 && sent.getOrDefault(Property.SESSION_EXPIRY, 0L) > 0;
            if (livesLonger || sent.containsKey(Property.SERVER_REFERENCE)) {
                throw FaultException.protocolError();
            }
        }
    }
}
