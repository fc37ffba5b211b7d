package dev.muster.web.account.passkey;

import dev.muster.domain.account.passkey.Passkey;
import dev.muster.domain.account.passkey.RelyingParty;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.account.passkey.OwnProof;
import dev.muster.ejb.account.passkey.PasskeyParty;
import dev.muster.ejb.account.passkey.PasskeyService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.Entrance;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.primefaces.PrimeFaces;

/** The user's own passkeys. */
@Named
@ViewScoped
public class PasskeysView implements Serializable {

    @Inject
    private PasskeyService passkeys;

    @Inject
    private PasskeyParty party;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Entrance entrance;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String pendingId;

    private String name;

    private transient String password;

    private transient String code;

    public List<Passkey> getAll() {
        return passkeys.list(caller.get());
    }

    public int getCount() {
        return getAll().size();
    }

    /** Whether browsers make passkeys at the public address of this platform. */
    public boolean isOffered() {
        return party.find().isPresent();
    }

    /** The host to which the passkeys are bound; empty if there are none. */
    public String getHost() {
        return party.find().map(RelyingParty::id).orElse("");
    }

    /** Whether a browser can use it at the present address of the platform. */
    public boolean isUsable(Passkey passkey) {
        return passkey.partyId().equals(getHost());
    }

    /** Remembers the passkey that a dialog asks about. */
    public void ask() {
        pendingId = PageParameters.text("id");
        name = getAll().stream()
                .filter(passkey -> passkey.id().toString().equals(pendingId))
                .map(Passkey::name)
                .findFirst()
                .orElse("");
    }

    /** The script has added a passkey. */
    public void added() {
        feedback.done(texts.of("account.passkeyAdded"));
    }

    public void rename() {
        if (feedback.attempt(() -> passkeys.rename(caller.get(), ViewIds.parse(pendingId), new TenantName(name)))) {
            feedback.done(texts.of("account.passkeyRenamed"));
        }
    }

    public void remove() {
        boolean done = feedback.attempt(() -> {
            passkeys.remove(caller.get(), ViewIds.parse(pendingId), new OwnProof(password, code), entrance.secret());
            entrance.renew(caller.get());
        });
        if (done) {
            feedback.done(texts.of("account.passkeyDeleted"));
        }
        password = null;
        code = null;
        PrimeFaces.current().ajax().addCallbackParam("removed", done);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
