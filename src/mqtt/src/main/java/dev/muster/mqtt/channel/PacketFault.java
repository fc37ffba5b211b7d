package dev.muster.mqtt.channel;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;

/** Why bytes of a device are no packet. A fault ends the connection. */
enum PacketFault {
    MALFORMED(0x81, 0),
    /** Longer than the CONNACK allows. */
    TOO_LARGE(0x95, 0),
    UNKNOWN_VERSION(0x84, 1),
    /** Only MQTT 3.1 needs a client id. */
    NO_CLIENT_ID(0x85, 2);

    /** MQTT 5.0 section 3.14.2.1. */
    private static final int PROTOCOL_ERROR = 0x82;

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
    static PacketFault of(Throwable cause) {
        return switch (cause) {
            case TooLongFrameException tooLong -> TOO_LARGE;
            case MqttUnacceptableProtocolVersionException unknown -> UNKNOWN_VERSION;
            case MqttIdentifierRejectedException rejected -> NO_CLIENT_ID;
            case null, default -> MALFORMED;
        };
    }

    /** Of a CONNACK of MQTT 5. */
    int reasonCode() {
        return reasonCode;
    }

    /** Of a DISCONNECT: a second CONNECT is a protocol error, whatever is wrong with it. */
    int disconnectCode() {
        return returnCode > 0 ? PROTOCOL_ERROR : reasonCode;
    }

    /** Of a CONNACK of MQTT 3.1.1. */
    int returnCode() {
        return returnCode;
    }
}
