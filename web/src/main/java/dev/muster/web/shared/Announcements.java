package dev.muster.web.shared;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Messages for the page that a polling page opens next. The flash cannot keep them: the next request takes its
 * messages, and that may be another poll of the old page, or a request of another window.
 */
@SessionScoped
public class Announcements implements Serializable {

    private final Map<String, FacesMessage> waiting = new ConcurrentHashMap<>();

    /** @param page the name of the page that shows the message, which no other page has */
    public void done(String page, String sentence) {
        waiting.put(page, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
    }

    public void error(String page, String sentence) {
        waiting.put(page, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    /** Shows the message, once. */
    public void tell(String page) {
        FacesMessage message = waiting.remove(page);
        if (message != null) {
            FacesContext.getCurrentInstance().addMessage(null, message);
        }
    }
}
