package dev.muster.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The help: a page of {@code src/docs}, and the address of the help for each page of the portal. */
@Named
@RequestScoped
public class HelpView {

    private static final Map<HelpPage, String> RENDERED = new ConcurrentHashMap<>();

    private String page;

    /** The address of the help for the page that is shown. */
    public String getAddress() {
        String topic = HelpTopics.of(faces().getViewRoot().getViewId()).orElse(HelpPage.PORTAL.getName());
        return root() + "/help.xhtml?page=" + topic;
    }

    /** Answers 404 if there is no such page. */
    public void open() throws IOException {
        if (page != null && HelpPage.named(page).isEmpty()) {
            external().responseSendError(404, "no such page of the help");
            faces().responseComplete();
        }
    }

    public HelpPage getShown() {
        return HelpPage.named(page == null ? "" : page).orElse(HelpPage.PORTAL);
    }

    public HelpPage[] getPages() {
        return HelpPage.values();
    }

    /** The page as HTML. Its source is part of the application, not of anything that a user has sent. */
    public String getHtml() {
        return RENDERED.computeIfAbsent(getShown(), shown -> HelpText.html(source(shown), root()));
    }

    private static String source(HelpPage page) {
        try (InputStream file = external().getResourceAsStream("/WEB-INF/help/" + page.getName() + ".md")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String root() {
        return external().getRequestContextPath();
    }

    private static ExternalContext external() {
        return faces().getExternalContext();
    }

    private static FacesContext faces() {
        return FacesContext.getCurrentInstance();
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}
