package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A device without a clock that sends arrays and single messages in turn, each with the next numbers. */
record UntimedReports(Fleet fleet, SimulatedDevice device, Acknowledged<Integer> acknowledged) {

    /** Nobody else of the scenario has a device with it. */
    private static final long SERIAL = 400_000;

    private static final int ARRAY = 20;

    private static final int TIMES = 2_000;

    static UntimedReports of(Fleet fleet) {
        fleet.enroll(ImportFile.of(SERIAL, 1));
        SimulatedDevice device =
                SimulatedDevice.provision(fleet.server(), fleet.newCertificate(), ImportFile.imei(SERIAL));
        return new UntimedReports(fleet, device, new Acknowledged<>());
    }

    void run() {
        acknowledged.collect(TIMES, this::send);
    }

    /** @return how many messages have been acknowledged with this request */
    private int send(int request) {
        int first = request / 2 * (ARRAY + 1) + (request % 2 == 0 ? 0 : ARRAY);
        int count = request % 2 == 0 ? ARRAY : 1;
        String body = IntStream.range(first, first + count)
                .mapToObj("{\"data\":{\"a\":%d}}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        Answer answer = device.client().post("/api/v1/telemetry", body).expect(202);
        assertThat(answer.json().getInt("accepted")).isEqualTo(count);
        return first + count;
    }

    /**
     * All that was acknowledged is there, in order, and perhaps the request whose answer the kill swallowed, whole. What is
     * sent now comes after it.
     */
    void assertKept() {
        List<Integer> requests = acknowledged.all();
        int messages = requests.get(requests.size() - 1);
        KeptTelemetry kept = KeptTelemetry.of(fleet, device);
        List<Integer> values = kept.values("a");
        assertThat(values).isEqualTo(IntStream.range(0, values.size()).boxed().toList());
        int oneMore = requests.size() % 2 == 0 ? ARRAY : 1;
        assertThat(values.size() - messages).isIn(0, oneMore);
        assertThat(kept.last("a")).hasToString(String.valueOf(values.size() - 1));
        device.client().post("/api/v1/telemetry", "{\"data\":{\"a\":-1}}").expect(202);
        assertThat(kept.last("a")).hasToString("-1");
        assertThat(kept.values("a")).endsWith(values.size() - 1, -1);
    }
}
