package dev.muster.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK {@code .mvn/jdk.sh} chooses, with a home directory of the test. The JDKs of the machine count, too. */
@DisabledOnOs(OS.WINDOWS)
class JdkChoiceTest {

    private static final Path SCRIPT = Path.of("../../.mvn/jdk.sh").toAbsolutePath();

    @TempDir
    private Path home;

    @Test
    void aNewDefaultStays() throws Exception {
        Path mine = jdk("mine", "21.0.9");
        jdk(".jdks/newer", "25.0.3");
        assertThat(choice(Map.of("JAVA_HOME", mine.toString()))).isEqualTo(mine + "\n");
    }

    @Test
    void anOldDefaultGivesWayToTheTestedVersion() throws Exception {
        Path old = jdk("old", "17.0.15");
        jdk(".jdks/newest", "99");
        jdk(".sdkman/candidates/java/a", "21.0.9");
        Path tested = jdk(".m2/jdks/b c", "25.0.3");
        // by a variable, which comes before the JDKs of the machine
        String output = choice(Map.of("JAVA_HOME", old.toString(), "JDK25_HOME", tested.toString()));
        assertThat(output)
                .contains("Muster uses the JDK 25 in " + tested + ", because the default is a JDK 17.")
                .endsWith("\n" + tested + "\n");
    }

    @Test
    void aRuntimeWithoutACompilerIsNone() throws Exception {
        Path runtime = jdk("runtime", "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        Path tested = jdk("whole", "25.0.3");
        assertThat(choice(Map.of("JAVA_HOME", runtime.toString(), "JDK25_HOME", tested.toString())))
                .endsWith("because there is no default.\n" + tested + "\n");
    }

    /** None of the usual places has a JDK: the script looks for a version that does not exist. */
    @Test
    void withoutAnyItSaysWhatToInstall() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path demanding = home.resolve("jdk.sh");
        Files.writeString(demanding, Files.readString(SCRIPT).replace("oldest=21", "oldest=1000"));
        assertThat(output(demanding, Map.of("JAVA_HOME", old.toString())))
                .startsWith("Muster needs a JDK 1000 or newer, and there is none in JAVA_HOME,")
                .contains("install one")
                .hasLineCount(1);
    }

    private Path jdk(String directory, String version) throws IOException {
        Path jdk = home.resolve(directory);
        Files.createDirectories(jdk.resolve("bin"));
        Path compiler = Files.createFile(jdk.resolve("bin/javac"));
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private String choice(Map<String, String> environment) throws Exception {
        return output(SCRIPT, environment);
    }

    /** The output of the script, and the directory that it chooses. */
    private String output(Path script, Map<String, String> environment) throws Exception {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-euf", "-c", ". \"$0\"; printf '%s\\n' \"$JAVA_HOME\"", script.toString());
        shell.environment().keySet().removeIf(name -> name.matches("JAVA_HOME.*|JDK.*"));
        shell.environment().put("HOME", home.toString());
        shell.environment().putAll(environment);
        Process process = shell.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }
}
