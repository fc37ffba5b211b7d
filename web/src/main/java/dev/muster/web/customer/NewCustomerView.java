package dev.muster.web.customer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.account.CreatedUser;
import dev.muster.ejb.customer.CreatedCustomer;
import dev.muster.ejb.customer.CustomerService;
import dev.muster.ejb.customer.NewCustomer;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.web.account.IssuedLinkView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.login.AgainView;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.primefaces.PrimeFaces;

/** The form that makes an organization, its first manager, and the permissions of manufacturers, all at once. */
@Named
@ViewScoped
public class NewCustomerView implements Serializable {

    private static final PageRequest ALL = new PageRequest(0, PageRequest.MAX_SIZE);

    @Inject
    private CustomerService customers;

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private AgainView again;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private IssuedLinkView issued;

    @Inject
    private Texts texts;

    private String name;

    private String username;

    private String displayName;

    private String[] chosen = {};

    private transient List<Manufacturer> all;

    /** Makes the customer, and shows the link for the manager. */
    public void create() {
        boolean done = again.allows() && feedback.attempt(this::make);
        PrimeFaces.current().ajax().addCallbackParam("invited", done);
        if (done) {
            name = null;
            username = null;
            displayName = null;
            chosen = new String[0];
        }
    }

    private void make() {
        CreatedCustomer made = customers.create(
                caller.get(),
                new NewCustomer(
                        name,
                        username,
                        displayName,
                        Arrays.stream(chosen).map(ViewIds::parse).toList()));
        CreatedUser manager = made.manager();
        issued.show(manager.entry().user().username(), manager.link().orElseThrow());
        feedback.done(texts.of("customer.created", made.organization().name()));
    }

    /** The manufacturers that serve only the organizations on their lists. */
    public List<Manufacturer> getListed() {
        return withPolicy(EnrollmentPolicy.ALLOWED_ORGANIZATIONS);
    }

    /** The manufacturers that serve every organization. */
    public List<Manufacturer> getOpen() {
        return withPolicy(EnrollmentPolicy.OPEN);
    }

    private List<Manufacturer> withPolicy(EnrollmentPolicy policy) {
        if (all == null) {
            all = manufacturers.search(caller.get(), "", ALL).items();
        }
        return all.stream()
                .filter(manufacturer -> manufacturer.enrollment() == policy)
                .toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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

    public String[] getChosen() {
        return chosen.clone();
    }

    public void setChosen(String[] chosen) {
        this.chosen = chosen.clone();
    }
}
