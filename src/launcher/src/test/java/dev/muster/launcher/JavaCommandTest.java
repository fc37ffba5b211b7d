package dev.muster.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

    private static final String HEADING = "Dump of JVM Invocation line that would be used to launch:";
    private static final String MAIN = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    @Test
    void theCommandIsWhatTheDryRunLists() {
        assertEquals(List.of("java", MAIN), JavaCommand.parse(List.of(HEADING, "java", MAIN, "", "Success")));
    }

    @Test
    void wordsOfTheJvmBeforeTheListAreNoPartOfIt() {
        List<String> output = List.of("Picked up JAVA_TOOL_OPTIONS: -Dx=y", "", HEADING, "java", MAIN, "", "Success");
        assertEquals(List.of("java", MAIN), JavaCommand.parse(output));
    }

    @Test
    void onFewProcessorsTheCompilersHaveMoreThreadsThanTheJvmGivesThem() {
        assertEquals(List.of("-XX:CICompilerCount=4"), JavaCommand.compilers(2));
    }

    @Test
    void onManyProcessorsTheJvmDecides() {
        assertEquals(List.of(), JavaCommand.compilers(8));
    }

    @Test
    void theCollectorIsTheParallelOne() {
        assertEquals(
                List.of("-XX:+UseParallelGC"),
                JavaCommand.collector(List.of("-Dx=UseSerialGC", "-XX:+UseAdaptiveSizePolicyWithSystemGC")));
    }

    @Test
    void aCollectorThatTheOperatorChoseIsTheOnlyOne() {
        assertEquals(List.of(), JavaCommand.collector(List.of("-XX:+UseZGC")));
        assertEquals(List.of(), JavaCommand.collector(List.of("-Xmn256m", "-XX:+UseG1GC")));
    }

    @Test
    void whatTheEnvironmentTellsEveryJvmCountsToo() {
        assertEquals(
                List.of("-XX:+UseSerialGC", "-Dx=y", "-Dz"),
                JavaCommand.inherited(Map.of(
                        "JAVA_TOOL_OPTIONS", " -XX:+UseSerialGC  -Dx=y", "_JAVA_OPTIONS", "-Dz", "PATH", "-Dp")));
    }
}
