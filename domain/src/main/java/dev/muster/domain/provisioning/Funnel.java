package dev.muster.domain.provisioning;

/**
 * How many identifiers of a committed import have reached each step. A step also counts the identifiers beyond it.
 *
 * @param imported all identifiers
 * @param attempted those for which a device has sent a valid proof
 * @param provisioned those whose device exists
 * @param reporting those whose device has authenticated with its credentials
 */
public record Funnel(long imported, long attempted, long provisioned, long reporting) {

    /** How many have reached this step and no later one. */
    public long waitingAt(FunnelStep step) {
        return switch (step) {
            case IMPORTED -> imported - attempted;
            case ATTEMPTED -> attempted - provisioned;
            case PROVISIONED -> provisioned - reporting;
            case REPORTING -> reporting;
        };
    }
}
