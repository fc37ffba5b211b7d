package dev.muster.web.transparency;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.ejb.transparency.PublishedLog;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Base64;

/** The newest checkpoint of the log, to copy and to keep. */
@Named
@RequestScoped
public class CheckpointView {

    @Inject
    private PublishedLog log;

    private String note;

    private Checkpoint checkpoint;

    private String key;

    @PostConstruct
    void read() {
        note = log.checkpoint();
        checkpoint = Checkpoint.parse(note);
        key = log.keys().getFirst().text();
    }

    /** The signed note. */
    public String getNote() {
        return note;
    }

    public String getOrigin() {
        return checkpoint.origin();
    }

    public long getSize() {
        return checkpoint.size();
    }

    /** In base64. */
    public String getRoot() {
        return Base64.getEncoder().encodeToString(checkpoint.root());
    }

    /** The key that signs, in one line. */
    public String getKey() {
        return key;
    }
}
