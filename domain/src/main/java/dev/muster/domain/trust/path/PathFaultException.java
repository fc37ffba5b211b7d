package dev.muster.domain.trust.path;

/** Ends the reading of a certificate; becomes a {@link PathVerdict.Refused} before it leaves this package. */
final class PathFaultException extends Exception {

    private final PathFault fault;

    /** Without a stack trace: it is no error here, and a stranger may cause any number. */
    PathFaultException(PathFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    PathFault fault() {
        return fault;
    }

    static void require(boolean right, PathFault fault) throws PathFaultException {
        if (!right) {
            throw new PathFaultException(fault);
        }
    }
}
