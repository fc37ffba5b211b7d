package dev.muster.web.shared;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a page that looks again and again has to tell when it is opened anew. The flash would not do: whichever request
 * comes next takes what is in it, and that may be one more look of the page that is about to go, or another window.
 */
@SessionScoped
public class Announcements implements Serializable {

    private final Map<String, FacesMessage> waiting = new ConcurrentHashMap<>();

    /** @param page the page that is told it when it comes, by a name that no other has */
    public void done(String page, String sentence) {
        waiting.put(page, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
    }

    public void error(String page, String sentence) {
        waiting.put(page, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    /** Tells it, once. */
    public void tell(String page) {
        FacesMessage message = waiting.remove(page);
        if (message != null) {
            FacesContext.getCurrentInstance().addMessage(null, message);
        }
    }
}
