package dev.muster.web.transparency;

import dev.muster.domain.transparency.Act;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What an act of the log is called on pages. */
@Named
@ApplicationScoped
public class ActSentences {

    private final Texts texts;

    /** For the proxy. */
    protected ActSentences() {
        this(null);
    }

    @Inject
    public ActSentences(Texts texts) {
        this.texts = texts;
    }

    /** @param code of an {@link Act}; another code is shown as it is */
    public String title(String code) {
        return Act.named(code).map(this::title).orElse(code);
    }

    public String title(Act act) {
        return texts.word(act);
    }

    /** The style of an act: an attempt to log in that failed stands out. */
    public String style(String code) {
        return code.startsWith("login-") ? "tag tag-revoked" : "tag";
    }
}
