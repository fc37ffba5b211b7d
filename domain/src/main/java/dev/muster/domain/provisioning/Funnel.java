package dev.muster.domain.provisioning;

import java.util.List;

/**
 * How many identifiers of a committed import have reached each step. A step also counts the identifiers beyond it.
 *
 * @param imported all identifiers
 * @param attempted those for which a device has sent a valid proof
 * @param provisioned those whose device exists
 * @param reporting those whose device has authenticated with its credentials
 */
public record Funnel(long imported, long attempted, long provisioned, long reporting) {

    /** A refusal needs somebody, a device that was never switched on needs somebody less. */
    private static final List<FunnelStep> URGENT =
            List.of(FunnelStep.ATTEMPTED, FunnelStep.IMPORTED, FunnelStep.PROVISIONED);

    /** How many have reached a step. */
    public long reached(FunnelStep step) {
        return switch (step) {
            case IMPORTED -> imported;
            case ATTEMPTED -> attempted;
            case PROVISIONED -> provisioned;
            case REPORTING -> reporting;
        };
    }

    /** How many have reached this step and no later one. */
    public long waitingAt(FunnelStep step) {
        return switch (step) {
            case IMPORTED -> imported - attempted;
            case ATTEMPTED -> attempted - provisioned;
            case PROVISIONED -> provisioned - reporting;
            case REPORTING -> reporting;
        };
    }

    /** The step to look at first: where identifiers were refused, else where others wait; the last step if none wait. */
    public FunnelStep urgent() {
        return URGENT.stream().filter(step -> waitingAt(step) > 0).findFirst().orElse(FunnelStep.REPORTING);
    }
}
