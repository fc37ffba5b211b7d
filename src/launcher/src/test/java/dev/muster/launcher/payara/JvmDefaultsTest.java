package dev.muster.launcher.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmDefaultsTest {

    private static final List<String> MERGES = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-ReduceAllocationMerges");

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
        assertEquals(MERGES, JvmDefaults.of(22));
        assertEquals(List.of("-XX:+UseCompactObjectHeaders", "-XX:TrimNativeHeapInterval=5000"), JvmDefaults.of(99));
    }

    @Test
    void noJvmThatIsKnownToMakeWrongCodeDoesSo() {
        for (int version = 22; version <= 28; version++) {
            assertTrue(JvmDefaults.of(version).containsAll(MERGES));
        }
    }

    /** This JVM would not start the server with an option that it does not know. */
    @Test
    void theJvmOfThisTestKnowsItsOptions() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmDefaults.of(Runtime.version().feature()));
        command.add("-version");
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), said);
    }

    @Test
    void whatTheEnvironmentTellsEveryJvmCountsToo() {
        assertEquals(
                List.of("-XX:+UseSerialGC", "-Dx=y", "-Dz"),
                JvmDefaults.inherited(Map.of(
                        "JAVA_TOOL_OPTIONS", " -XX:+UseSerialGC  -Dx=y", "_JAVA_OPTIONS", "-Dz", "PATH", "-Dp")));
    }
}
