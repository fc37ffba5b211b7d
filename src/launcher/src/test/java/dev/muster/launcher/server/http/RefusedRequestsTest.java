package dev.muster.launcher.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusedRequestsTest {

    private final AtomicLong time = new AtomicLong();
    private final List<String> lines = new ArrayList<>();
    private final RefusedRequests refused = new RefusedRequests(time::get, lines::add);

    @Test
    void eachKindHasALineInTenSecondsAndTheNextCountsTheOthers() throws Exception {
        InetSocketAddress peer = new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 4711);
        for (int i = 0; i < 5; i++) {
            refused.malformed(400, peer);
        }
        refused.tooMany(429, "somebody");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .matches("time=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z event=request-malformed"
                        + " outcome=refused reason=400 place=listener from=192\\.0\\.2\\.1");
        assertThat(lines.get(1)).endsWith("event=limit-reached outcome=refused reason=429 place=listener from=unknown");

        time.addAndGet(TimeUnit.SECONDS.toNanos(10));
        refused.malformed(501, peer);
        assertThat(lines.get(2)).contains(" reason=501 ").endsWith(" left-out=4");
    }
}
