package dev.muster.launcher.payara;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Options of the server's JVM that the launcher chooses if nobody else has. */
final class JvmDefaults {

    private static final String COLLECTOR = "-XX:\\+Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC";

    private static final String COMPILERS = "-XX:CICompilerCount=";

    private static final int COMPACT_HEADERS = 25;

    /** From this number of processors on, the JVM itself takes as many compiler threads as we set for fewer. */
    private static final int MANY_PROCESSORS = 8;

    private JvmDefaults() {}

    /** @param others options that the JVM gets anyway */
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
     * The parallel collector costs a request less than G1, the default of the JVM, and its full collections are short,
     * because little in the server lives long. A JVM takes only one collector. Half of the heap is for objects that
     * live as long as a request; other collectors decide that themselves.
     */
    private static List<String> collector() {
        return List.of("-XX:+UseParallelGC", "-XX:NewRatio=1");
    }

    /**
     * With two processors the JVM has one thread for each of its two compilers. The threads of many requests leave
     * these so little time that a server under load runs badly compiled code for minutes.
     */
    private static String compilers() {
        return COMPILERS + 4;
    }

    /**
     * Options of newer JVMs only: short headers of objects (JEP 519), and the return, every five seconds, of memory
     * that C libraries have freed.
     *
     * @param version the feature release of the JVM, for example 25
     */
    static List<String> of(int version) {
        return version < COMPACT_HEADERS
                ? List.of()
                : List.of("-XX:+UseCompactObjectHeaders", "-XX:TrimNativeHeapInterval=5000");
    }

    /** Options that every JVM reads from its environment (JDK 17, the java command). */
    static List<String> inherited(Map<String, String> environment) {
        return Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                .flatMap(name ->
                        Stream.of(environment.getOrDefault(name, "").strip().split("\\s+")))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
