package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private static final Funnel FUNNEL = new Funnel(100, 70, 50, 45);

    @Test
    void countsTheIdentifiersThatWaitAtAStep() {
        assertThat(FUNNEL.waitingAt(FunnelStep.IMPORTED)).isEqualTo(30);
        assertThat(FUNNEL.waitingAt(FunnelStep.ATTEMPTED)).isEqualTo(20);
        assertThat(FUNNEL.waitingAt(FunnelStep.PROVISIONED)).isEqualTo(5);
        assertThat(FUNNEL.waitingAt(FunnelStep.REPORTING)).isEqualTo(45);
    }

    @Test
    void countsEachIdentifierAtOneStep() {
        long all =
                Arrays.stream(FunnelStep.values()).mapToLong(FUNNEL::waitingAt).sum();

        assertThat(all).isEqualTo(FUNNEL.imported());
    }

    @Test
    void aStepIsReachedByAllThatWaitThereOrHaveGoneOn() {
        assertThat(Arrays.stream(FunnelStep.values()).map(FUNNEL::reached)).containsExactly(100L, 70L, 50L, 45L);
    }

    @Test
    void refusalsAreLookedAtFirst() {
        assertThat(FUNNEL.urgent()).isEqualTo(FunnelStep.ATTEMPTED);
        assertThat(new Funnel(100, 50, 50, 45).urgent()).isEqualTo(FunnelStep.IMPORTED);
        assertThat(new Funnel(50, 50, 50, 45).urgent()).isEqualTo(FunnelStep.PROVISIONED);
        assertThat(new Funnel(50, 50, 50, 50).urgent()).isEqualTo(FunnelStep.REPORTING);
        assertThat(new Funnel(0, 0, 0, 0).urgent()).isEqualTo(FunnelStep.REPORTING);
    }
}
