package dev.muster.web.help;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes HTML of a page of {@code src/docs}. Headings get the same anchors as on GitHub. A link to another page of the help leads there; a
 * link to a file that the portal does not show becomes plain text. HTML within a page is shown as text.
 */
final class HelpText {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    private static final Pattern PAGE = Pattern.compile("([a-z-]+)\\.md(#.*)?");

    private static final Pattern PICTURE = Pattern.compile("pictures/([a-z-]+\\.png)");

    private HelpText() {}

    /** @param root the address of the portal's root, without a slash at the end */
    static String html(String markdown, String root) {
        Node document = PARSER.parse(markdown);
        document.accept(new Addresses(root));
        // a table and a block of code can be wider than a telephone
        return RENDERER.render(document)
                .replace("<table>", "<div class=\"help-wide\" tabindex=\"0\"><table class=\"help-table\">")
                .replace("</table>", "</table></div>")
                .replace("<pre>", "<pre tabindex=\"0\">");
    }

    /** Turns the addresses of files into addresses of the portal. */
    private static final class Addresses extends AbstractVisitor {

        private final String root;

        private Addresses(String root) {
            this.root = root;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            Matcher page = PAGE.matcher(link.getDestination());
            if (page.matches() && HelpPage.named(page.group(1)).isPresent()) {
                String anchor = page.group(2) == null ? "" : page.group(2);
                link.setDestination(root + "/help.xhtml?page=" + page.group(1) + anchor);
            } else if (!link.getDestination().matches("(#|https?://).*")) {
                unwrap(link);
            }
        }

        @Override
        public void visit(Image image) {
            Matcher picture = PICTURE.matcher(image.getDestination());
            if (picture.matches()) {
                image.setDestination(root + "/resources/help/" + picture.group(1));
            }
        }

        private static void unwrap(Node link) {
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        }
    }
}
