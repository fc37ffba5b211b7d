package dev.muster.mqtt.syntax;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;

/** Why bytes of a device are no packet. A fault ends the connection. */
public enum PacketFault {
    /** The bytes have not the form of a packet (MQTT 5.0 section 1.2, Malformed Packet). */
    MALFORMED(0x81, 0),
    /** The form is right, but the packet breaks a rule (MQTT 5.0 section 1.2, Protocol Error). */
    PROTOCOL_ERROR(0x82, 0),
    /** Longer than the CONNACK allows. */
    TOO_LARGE(0x95, 0),
    UNKNOWN_VERSION(0x84, 1),
    /** MQTT 3.1 needs a client id, and MQTT 3.1.1 needs one for a session that outlives its connection. */
    NO_CLIENT_ID(0x85, 2);

    private final int reasonCode;
    private final int returnCode;

    /**
     * @param reasonCode of MQTT 5.0 section 3.2.2.2
     * @param returnCode of MQTT 3.1.1 section 3.2.2.3; 0 if it has none for this
     */
    PacketFault(int reasonCode, int returnCode) {
        this.reasonCode = reasonCode;
        this.returnCode = returnCode;
    }

    /** @param cause as the decoder says it */
    public static PacketFault of(Throwable cause) {
        return switch (cause) {
            case TooLongFrameException tooLong -> TOO_LARGE;
            case MqttUnacceptableProtocolVersionException unknown -> UNKNOWN_VERSION;
            case MqttIdentifierRejectedException rejected -> NO_CLIENT_ID;
            case null, default -> MALFORMED;
        };
    }

    /** Of a CONNACK or a DISCONNECT of MQTT 5. */
    public int reasonCode() {
        return reasonCode;
    }

    /** Of a CONNACK of MQTT 3.1.1. */
    public int returnCode() {
        return returnCode;
    }
}
