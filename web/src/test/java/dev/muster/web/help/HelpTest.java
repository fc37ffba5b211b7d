package dev.muster.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The help of the portal and the documents that it shows. */
class HelpTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    private static final Path DOCS = Path.of("../src/docs");

    /** They only lead elsewhere, or are the help. */
    private static final Set<String> WITHOUT_HELP = Set.of("/index.xhtml", "/help.xhtml");

    @Test
    void everyPageHasATopic() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            List<String> pages = files.map(
                            file -> "/" + WEBAPP.relativize(file).toString().replace('\\', '/'))
                    .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF"))
                    .filter(page -> !WITHOUT_HELP.contains(page))
                    .toList();
            assertThat(pages)
                    .hasSizeGreaterThan(30)
                    .allSatisfy(page -> assertThat(HelpTopics.of(page)).as(page).isPresent());
        }
    }

    @Test
    void everyTopicIsAHeadingOfAPage() {
        assertThat(HelpTopics.all()).allSatisfy(topic -> {
            String[] parts = topic.split("#");
            HelpPage page = HelpPage.named(parts[0]).orElseThrow();
            if (parts.length > 1) {
                assertThat(html(page)).contains(" id=\"" + parts[1] + "\"");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(HelpPage.class)
    void everyPageIsPackedAndLeadsOnlyToWhatThePortalHas(HelpPage page) throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<include>" + page.getName() + ".md</include>");
        assertThat(html(page)).startsWith("<h1").doesNotContain(".md\"").doesNotContain(".md#");
    }

    @Test
    void linksToOtherPagesStayInTheHelp() {
        String html =
                HelpText.html("[roles](roles.md#fields), [asvs](asvs.md), [rfc](https://www.rfc-editor.org)", "/m");
        assertThat(html)
                .contains("<a href=\"/m/help.xhtml?page=roles#fields\">roles</a>")
                .contains(", asvs, ")
                .contains("<a href=\"https://www.rfc-editor.org\">rfc</a>");
    }

    @Test
    void htmlOfADocumentIsText() {
        assertThat(HelpText.html("a <b>b</b> <script>c</script>", "")).doesNotContain("<b>", "<script>");
    }

    @Test
    void namesAreThoseOfTheFiles() {
        assertThat(Stream.of(HelpPage.values()).map(HelpPage::getName).collect(Collectors.toSet()))
                .contains("csv-interpretation", "people")
                .allSatisfy(name -> assertThat(DOCS.resolve(name + ".md")).exists());
        assertThat(HelpPage.named("../web")).isEmpty();
    }

    private static String html(HelpPage page) {
        try {
            return HelpText.html(Files.readString(DOCS.resolve(page.getName() + ".md")), "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
