package dev.muster.launcher.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmDefaultsTest {

    private static final List<String> PARALLEL = List.of("-XX:+UseParallelGC", "-XX:NewRatio=1");

    @Test
    void onFewProcessorsTheCompilersHaveMoreThreadsThanTheJvmGivesThem() {
        assertEquals(List.of("-XX:CICompilerCount=4"), JvmDefaults.beside(List.of("-XX:+UseG1GC"), 2));
    }

    @Test
    void onManyProcessorsTheJvmDecidesHowMany() {
        assertEquals(PARALLEL, JvmDefaults.beside(List.of(), 8));
    }

    @Test
    void theNumberOfCompilersThatTheOperatorChoseStays() {
        assertEquals(PARALLEL, JvmDefaults.beside(List.of("-XX:CICompilerCount=2"), 2));
    }

    @Test
    void theCollectorIsTheParallelOne() {
        List<String> others = List.of("-Dx=UseSerialGC", "-XX:+UseAdaptiveSizePolicyWithSystemGC");
        assertEquals(PARALLEL, JvmDefaults.beside(others, 8));
    }

    @Test
    void aCollectorThatTheOperatorChoseIsTheOnlyOne() {
        assertEquals(List.of(), JvmDefaults.beside(List.of("-XX:+UseZGC"), 8));
        assertEquals(List.of(), JvmDefaults.beside(List.of("-Xmn256m", "-XX:+UseG1GC"), 8));
    }

    @Test
    void anOlderJvmIsNotToldWhatItDoesNotKnow() {
        assertEquals(List.of(), JvmDefaults.of(21));
        assertEquals(List.of("-XX:+UseCompactObjectHeaders", "-XX:TrimNativeHeapInterval=5000"), JvmDefaults.of(25));
    }

    @Test
    void whatTheEnvironmentTellsEveryJvmCountsToo() {
        assertEquals(
                List.of("-XX:+UseSerialGC", "-Dx=y", "-Dz"),
                JvmDefaults.inherited(Map.of(
                        "JAVA_TOOL_OPTIONS", " -XX:+UseSerialGC  -Dx=y", "_JAVA_OPTIONS", "-Dz", "PATH", "-Dp")));
    }
}
