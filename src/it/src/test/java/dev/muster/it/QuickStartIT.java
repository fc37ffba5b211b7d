package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Command;
import dev.muster.testkit.MusterServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's blocks for the API, pasted one after the other: on the demonstration server, which has their logins. */
class QuickStartIT {

    private static final Path HOME = Path.of(System.getProperty("muster.home"));
    private static final String SECTION = "## The same without the portal";
    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theBlocksOfTheReadmeDoWhatItSays() throws Exception {
        MusterServer server = Database.H2.server();
        Path script = directory.resolve("quick-start.sh");
        Files.writeString(
                script,
                "set -euo pipefail\n"
                        + blocks().replace("https://localhost:8181", server.url())
                                .replace("src/samples/", HOME.resolve("src/samples") + "/")
                                .replace("data/tls/root.pem", server.root().toString()));
        String output = Command.of(directory, "bash", script.toString()).succeed();
        assertThat(output).contains("{\"enrolled\":300}", "3 tried, 3 provisioned.", "\"temperature\":21.5");
    }

    private static String blocks() throws Exception {
        String readme = Files.readString(HOME.resolve("README.md"));
        String section = readme.substring(readme.indexOf(SECTION) + SECTION.length());
        section = section.substring(0, section.indexOf("\n## "));
        StringBuilder blocks = new StringBuilder();
        Matcher matcher = BLOCK.matcher(section);
        while (matcher.find()) {
            blocks.append(matcher.group(1));
        }
        return blocks.toString();
    }
}
