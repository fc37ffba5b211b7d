package dev.muster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The memory of a server's process (on Linux). */
public record ServerMemory(long pid) {

    /** The most memory that the process had resident since it started (proc(5), VmHWM). */
    public long peakKib() {
        return kib("VmHWM:");
    }

    /** The memory that the process has resident now (proc(5), VmRSS). */
    public long residentKib() {
        return kib("VmRSS:");
    }

    /** How many objects of a class are in use, after a full collection of the heap. */
    public long inUse(String className) {
        return histogram().stream()
                .filter(line -> line.length > 3 && line[3].equals(className))
                .mapToLong(line -> Long.parseLong(line[1]))
                .sum();
    }

    /** How many bytes of the heap are in use, after a full collection. */
    public long heapInUse() {
        return histogram().stream()
                .filter(line -> line.length > 2 && line[0].equals("Total"))
                .mapToLong(line -> Long.parseLong(line[2]))
                .sum();
    }

    private long kib(String name) {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return status.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number, instances, bytes, class (jcmd). */
    private List<String[]> histogram() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process listing = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            return listing.inputReader(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.strip().split("\\s+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
