package dev.muster.ejb.telemetry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.ejb.device.DeviceLogin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeLaneTest {

    private static final IntakeLane.Limits THREE = new IntakeLane.Limits(3, 1_000);

    private final Queue<Runnable> started = new ArrayDeque<>();

    private final List<List<WaitingTelemetry>> written = new ArrayList<>();

    @Test
    void aLoneBodyIsWrittenAtOnce() {
        IntakeLane lane = new IntakeLane(THREE, Runnable::run, written::add);
        WaitingTelemetry first = body(10);
        WaitingTelemetry second = body(10);
        lane.add(first);
        lane.add(second);
        assertThat(written).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void whatGathersMeanwhileSharesABatchInTheOrderOfArrival() {
        IntakeLane lane = new IntakeLane(THREE, started::add, written::add);
        List<WaitingTelemetry> bodies =
                IntStream.range(0, 7).mapToObj(i -> body(10)).toList();
        bodies.forEach(lane::add);
        assertThat(started).as("one thread").hasSize(1);
        started.remove().run();
        assertThat(written).containsExactly(bodies.subList(0, 3), bodies.subList(3, 6), bodies.subList(6, 7));
    }

    @Test
    void afterTheLastBatchTheLaneStartsAgain() {
        IntakeLane lane = new IntakeLane(THREE, started::add, written::add);
        lane.add(body(10));
        started.remove().run();
        lane.add(body(10));
        started.remove().run();
        assertThat(written).hasSize(2);
        assertThat(started).isEmpty();
    }

    @Test
    void aLargeBodyEndsABatch() {
        IntakeLane lane = new IntakeLane(THREE, started::add, written::add);
        List.of(10, 1_000, 10).forEach(octets -> lane.add(body(octets)));
        started.remove().run();
        assertThat(written).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void aServerThatStopsRefusesWhatWaits() {
        IntakeLane lane = new IntakeLane(
                THREE,
                work -> {
                    throw new RejectedExecutionException("stopped");
                },
                written::add);
        WaitingTelemetry late = body(10);
        lane.add(late);
        assertThat(written).isEmpty();
        assertThatThrownBy(() -> late.result().join()).hasRootCauseInstanceOf(RejectedExecutionException.class);
    }

    private static WaitingTelemetry body(int octets) {
        return new WaitingTelemetry(new DeviceLogin.Token("key", "token"), new byte[octets]);
    }
}
