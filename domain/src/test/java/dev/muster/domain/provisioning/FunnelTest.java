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
}
