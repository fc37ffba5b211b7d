package dev.muster.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.launcher.payara.AdminKeyFile;
import dev.muster.launcher.payara.JavaCommand;
import dev.muster.launcher.payara.StartLog;
import dev.muster.launcher.payara.Template;
import dev.muster.launcher.settings.LaunchFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void namesBetweenAtSignsAreFilledAndTheServersOwnAreKept() {
        Template template = new Template("port=@http-port@ root=${com.sun.aas.instanceRoot}");
        assertThat(template.fill(Map.of("http-port", "$1"))).isEqualTo("port=$1 root=${com.sun.aas.instanceRoot}");
    }

    @Test
    void aNameWithoutAValueIsRefused() {
        assertThatThrownBy(() -> new Template("@nothing@").fill(Map.of()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("@nothing@");
    }

    @Test
    void ownOptionsFollowTheServersBecauseTheLastWins() {
        List<String> told = List.of(
                "Dump of JVM Invocation line:",
                "java",
                "-Xmx512m",
                "com.sun.enterprise.glassfish.bootstrap.ASMain",
                "-x",
                "");
        List<String> line = JavaCommand.withOwnOptions(JavaCommand.parse(told), List.of("-Xmx1g"));
        assertThat(line)
                .containsExactly("java", "-Xmx512m", "-Xmx1g", "com.sun.enterprise.glassfish.bootstrap.ASMain", "-x");
    }

    @Test
    void anAnswerThatIsNoCommandLineIsTold() {
        assertThatThrownBy(() -> JavaCommand.parse(List.of("Command start-domain failed.")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("Command start-domain failed.");
    }

    @Test
    void aRefusedLineOfTheConfigurationIsFoundInTheLog() {
        String log = "  Boot Command set failed PlainTextActionReporterFAILURENo configuration found for a.b ]]\n";
        assertThat(StartLog.refusal(log, Path.of("server.log")))
                .contains(
                        "The server refused 'set' of its configuration (No configuration found for a.b): see server.log.");
        assertThat(StartLog.refusal("Boot Command set returned with result SUCCESS", Path.of("x")))
                .isEmpty();
    }

    @Test
    void eachDomainHasItsOwnAdministrationPassword() {
        AdminKeyFile one = AdminKeyFile.random();
        assertThat(one.password())
                .hasSize(40)
                .isNotEqualTo(AdminKeyFile.random().password());
        assertThat(one.line())
                .matches("admin;\\{SSHA256}[A-Za-z0-9+/]{54}==;asadmin\n")
                .doesNotContain(one.password());
    }
}
