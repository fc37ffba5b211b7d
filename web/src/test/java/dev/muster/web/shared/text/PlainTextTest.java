package dev.muster.web.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Each text of a page is in a bundle. What no language translates is in an element with {@code translate="no"}. */
class PlainTextTest {

    /** Attributes whose value a user reads or hears. */
    private static final Set<String> SHOWN = Set.of(
            "label",
            "header",
            "headerText",
            "footerText",
            "title",
            "alt",
            "placeholder",
            "emptyMessage",
            "itemLabel",
            "message",
            "summary",
            "onLabel",
            "offLabel",
            "chooseLabel",
            "uploadLabel",
            "cancelLabel",
            "requiredMessage",
            "converterMessage",
            "validatorMessage",
            "filterPlaceholder",
            "noSelectionOptionLabel",
            "aria-label",
            "aria-description",
            "aria-valuetext");

    /** Elements whose attribute {@code value} is shown. */
    private static final Set<String> WITH_VALUE = Set.of(
            "link", "commandButton", "commandLink", "outputLabel", "outputText", "button", "menuitem", "submenu");

    private static final Set<String> WITHOUT_TEXT = Set.of("script", "style", "code", "svg", "kbd", "metadata");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)\\}");

    /** A word in quotes inside an expression that is not compared with anything and is no argument of a method. */
    private static final Pattern CHOSEN = Pattern.compile("[?:]\\s*'([^']*\\p{L}{2,}[^']*)'");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    static Stream<Path> pages() {
        return PortalSources.files(PortalSources.PAGES, ".xhtml").stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageHasATextOfItsOwn(Path page) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        String source = PortalSources.text(page).replaceAll("&(?!amp;|lt;|gt;|quot;|apos;|#)", "&amp;");
        List<String> found = new ArrayList<>();

        collect(
                factory.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(source)))
                        .getDocumentElement(),
                found);

        assertThat(found).isEmpty();
    }

    private static void collect(Element element, List<String> found) {
        if (WITHOUT_TEXT.contains(element.getLocalName()) || "no".equals(element.getAttribute("translate"))) {
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (isShown(element, attribute.getLocalName())) {
                note(attribute.getNodeValue(), found);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, found);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                note(child.getNodeValue(), found);
            }
        }
    }

    private static boolean isShown(Element element, String attribute) {
        return SHOWN.contains(attribute) || attribute.equals("value") && WITH_VALUE.contains(element.getLocalName());
    }

    private static void note(String text, List<String> found) {
        String outside = EXPRESSION.matcher(text).replaceAll("").replace("Muster", "");
        if (WORD.matcher(outside).find()) {
            found.add(text.strip());
        }
        EXPRESSION
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .forEach(
                        expression -> CHOSEN.matcher(expression).results().forEach(match -> found.add(match.group(1))));
    }
}
