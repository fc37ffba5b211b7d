package dev.muster.web.account;

import dev.muster.ejb.account.CreatedUser;
import dev.muster.ejb.account.NewUser;
import dev.muster.ejb.account.UserEntry;
import dev.muster.ejb.account.UserService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.login.AgainView;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;

/** The portal's users, and the form that creates a user. */
@Named
@ViewScoped
public class UsersView implements Serializable {

    @Inject
    private UserService users;

    @Inject
    private AgainView again;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private IssuedLinkView issued;

    @Inject
    private TenantsView tenants;

    @Inject
    private Texts texts;

    private String search = "";

    private final PagedModel<UserEntry> list = new PagedModel<>(request -> users.list(caller.get(), search, request));

    private final PlaceChoice place = new PlaceChoice();

    private String username;

    private String displayName;

    private String password;

    private boolean invited = true;

    /** Shows the first page of the result. */
    public void find() {
        TablePages.showFirst(":users");
    }

    public void create() {
        if (again.allows() && feedback.attempt(this::make)) {
            username = null;
            displayName = null;
        }
        password = null;
    }

    private void make() {
        CreatedUser made = users.create(
                caller.get(), new NewUser(username, displayName, invited ? null : password, place.place()));
        PrimeFaces.current().ajax().addCallbackParam("invited", made.link().isPresent());
        made.link()
                .ifPresentOrElse(
                        link -> issued.show(made.entry().user().username(), link),
                        () -> feedback.done(texts.of("account.userCreated", username)));
    }

    /** For whom the user works, and as what. */
    public String places(UserEntry entry) {
        return entry.memberships().stream()
                .map(tenants::label)
                .reduce((some, next) -> texts.of("account.placeAndPlace", some, next))
                .orElse("");
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }

    public PagedModel<UserEntry> getList() {
        return list;
    }

    public PlaceChoice getPlace() {
        return place;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Whether the user gets a link instead of a password. */
    public boolean isInvited() {
        return invited;
    }

    public void setInvited(boolean invited) {
        this.invited = invited;
    }
}
