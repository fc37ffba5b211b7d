package dev.muster.web.account.factor;

import dev.muster.domain.account.factor.TotpSeed;
import dev.muster.ejb.account.factor.FactorState;
import dev.muster.ejb.account.login.FactorService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.Entrance;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;

/** The user's own second factor: setting it up, new recovery codes, removing it. */
@Named
@ViewScoped
public class FactorsView implements Serializable {

    @Inject
    private FactorService factors;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Entrance entrance;

    @Inject
    private Feedback feedback;

    @Inject
    private OwnFactors own;

    @Inject
    private IssuedCodesView issued;

    @Inject
    private Texts texts;

    /** Only while the user sets the app up, and only in this page. */
    private transient TotpSeed seed;

    private transient String password;

    private transient String code;

    /** Shows the seed of a new app. */
    public void begin() {
        feedback.attempt(() -> seed = factors.begin(caller.get(), password));
        forget();
    }

    public void cancel() {
        seed = null;
        forget();
    }

    /** The app counts from now on. */
    public void confirm() {
        tell(feedback.attempt(() -> {
            issued.show(factors.confirm(caller.get(), code, entrance.secret()));
            seed = null;
            entrance.renew(caller.get());
        }));
    }

    public void renewCodes() {
        tell(feedback.attempt(() -> issued.show(factors.renewCodes(caller.get(), password, code))));
    }

    public void removeApp() {
        boolean done = feedback.attempt(() -> {
            factors.removeApp(caller.get(), password, code, entrance.secret());
            entrance.renew(caller.get());
        });
        if (done) {
            feedback.done(texts.of("account.appRemoved"));
        }
        PrimeFaces.current().ajax().addCallbackParam("removed", done);
        forget();
        own.changed();
    }

    private void tell(boolean isIssued) {
        PrimeFaces.current().ajax().addCallbackParam("issued", isIssued);
        forget();
        own.changed();
    }

    private void forget() {
        password = null;
        code = null;
    }

    public FactorState getState() {
        return own.get();
    }

    public boolean isBeingSetUp() {
        return seed != null && !own.get().hasApp();
    }

    public TotpSeed getSeed() {
        return seed;
    }

    public QrCode getQrCode() {
        return QrCode.of(seed.uri());
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
