package dev.muster.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long calls of one kind took. */
public final class Durations {

    private final List<Double> millis = new ArrayList<>();

    public void measure(Call call) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        call.run();
        millis.add((System.nanoTime() - begin) / 1e6);
    }

    /** @param percent nearest rank, 1 to 100 */
    public double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    /** A call over HTTP. */
    @FunctionalInterface
    public interface Call {
        void run() throws IOException, InterruptedException;
    }
}
