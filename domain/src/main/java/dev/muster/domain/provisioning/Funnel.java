package dev.muster.domain.provisioning;

/**
 * How far the identifiers of a committed import have come, each step with those that have gone beyond it.
 *
 * @param imported all of them
 * @param attempted those for which a device with a valid proof has tried
 * @param provisioned those whose device exists
 * @param reporting those whose device has authenticated with its credentials
 */
public record Funnel(long imported, long attempted, long provisioned, long reporting) {

    /** How many have come exactly so far. */
    public long waitingAt(FunnelStep step) {
        return switch (step) {
            case IMPORTED -> imported - attempted;
            case ATTEMPTED -> attempted - provisioned;
            case PROVISIONED -> provisioned - reporting;
            case REPORTING -> reporting;
        };
    }
}
