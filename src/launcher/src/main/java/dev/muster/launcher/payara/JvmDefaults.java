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

    private static final int FIRST_WITH_MERGES = 22;

    /** Of the versions that are known to have the option: a JVM does not start with an option that it does not know. */
    private static final int LAST_WITH_MERGES = 28;

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
     * Options of newer JVMs only.
     *
     * @param version the feature release of the JVM, for example 25
     */
    static List<String> of(int version) {
        List<String> chosen = new ArrayList<>();
        if (version >= COMPACT_HEADERS) {
            chosen.addAll(smallerMemory());
        }
        if (version >= FIRST_WITH_MERGES && version <= LAST_WITH_MERGES) {
            chosen.addAll(rightCode());
        }
        return chosen;
    }

    /**
     * Short headers of objects (JEP 519), and the return, every five seconds, of memory that C libraries have freed.
     */
    private static List<String> smallerMemory() {
        return List.of("-XX:+UseCompactObjectHeaders", "-XX:TrimNativeHeapInterval=5000");
    }

    /**
     * The second compiler makes wrong code of objects that it does not allocate, as in JDK-8385993: it took a text that
     * was just joined for null. See ADR 015.
     */
    private static List<String> rightCode() {
        return List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-ReduceAllocationMerges");
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
