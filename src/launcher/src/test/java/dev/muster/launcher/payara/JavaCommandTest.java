package dev.muster.launcher.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
    void ourOptionsComeLastAndThoseOfPayaraThatDoNotHoldGo() {
        List<String> payaras = List.of(
                "java",
                "-XX:NewRatio=2",
                "-Xmx512m",
                "-Xbootclasspath/a:/p/npn.jar",
                "-javaagent:/p/flashlight.jar",
                MAIN);
        assertEquals(
                List.of("java", "-Xmx512m", "-Xmx1g", "-javaagent:/own.jar", MAIN),
                JavaCommand.withOwnOptions(payaras, List.of("-Xmx1g", "-javaagent:/own.jar")));
    }
}
