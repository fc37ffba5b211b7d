package dev.muster.launcher.payara;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the launcher chooses for the server's JVM where nobody else has. */
final class JvmDefaults {

    private static final String COLLECTOR = "-XX:\\+Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC";

    private static final String COMPILERS = "-XX:CICompilerCount=";

    private static final int COMPACT_HEADERS = 25;

    /** From so many on the JVM itself takes as many threads for its compilers as we give it on fewer. */
    private static final int MANY_PROCESSORS = 8;

    private JvmDefaults() {}

    /** @param others options that the JVM has anyway */
    static List<String> beside(List<String> others, int processors) {
        List<String> chosen = new ArrayList<>();
        if (others.stream().noneMatch(option -> option.matches(COLLECTOR))) {
            chosen.addAll(collector());
        }
        if (processors < MANY_PROCESSORS && others.stream().noneMatch(option -> option.startsWith(COMPILERS))) {
            chosen.add(compilers());
        }
        return chosen;
    }

    /**
     * What lives long in the server is little, so that a full collection is short, and the parallel collector costs a request
     * less than G1, the JVM's own choice. A JVM takes one collector alone. Half of the heap is for what lives as long as a
     * request; another collector decides that itself.
     */
    private static List<String> collector() {
        return List.of("-XX:+UseParallelGC", "-XX:NewRatio=1");
    }

    /**
     * On two processors the JVM has one thread for each of its two compilers. Beside the threads of many requests these get
     * so little of the processors that a server under load runs badly compiled code for minutes.
     */
    private static String compilers() {
        return COMPILERS + 4;
    }

    /**
     * What only newer JVMs know: short headers of objects (JEP 519), and giving back every five seconds what libraries in C have
     * freed.
     *
     * @param version the feature release of the JVM, say 25
     */
    static List<String> of(int version) {
        return version < COMPACT_HEADERS
                ? List.of()
                : List.of("-XX:+UseCompactObjectHeaders", "-XX:TrimNativeHeapInterval=5000");
    }

    /** Options that every JVM takes from its environment (JDK 17, the java command). */
    static List<String> inherited(Map<String, String> environment) {
        return Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                .flatMap(name ->
                        Stream.of(environment.getOrDefault(name, "").strip().split("\\s+")))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
