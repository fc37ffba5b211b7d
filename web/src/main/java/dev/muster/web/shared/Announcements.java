package dev.muster.web.shared;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a page that looks again and again has to tell when it is opened anew. The flash would not do: whichever request
 * comes next takes what is in it, and that may be one more look of the page that is about to go.
 */
@SessionScoped
public class Announcements implements Serializable {

    private final Map<UUID, FacesMessage> waiting = new ConcurrentHashMap<>();

    public void done(UUID about, String sentence) {
        waiting.put(about, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
    }

    public void error(UUID about, String sentence) {
        waiting.put(about, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    /** Tells it, once. */
    public void tell(UUID about) {
        FacesMessage message = waiting.remove(about);
        if (message != null) {
            FacesContext.getCurrentInstance().addMessage(null, message);
        }
    }
}
