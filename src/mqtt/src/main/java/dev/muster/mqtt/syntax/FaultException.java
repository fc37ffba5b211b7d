package dev.muster.mqtt.syntax;

/** Carries a fault out of the reading of a packet. It is not logged, so it has no stack trace. */
final class FaultException extends RuntimeException {

    private final PacketFault fault;

    private FaultException(PacketFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    static FaultException malformed() {
        return new FaultException(PacketFault.MALFORMED);
    }

    static FaultException protocolError() {
        return new FaultException(PacketFault.PROTOCOL_ERROR);
    }

    static FaultException noClientId() {
        return new FaultException(PacketFault.NO_CLIENT_ID);
    }

    PacketFault fault() {
        return fault;
    }
}
