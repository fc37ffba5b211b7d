package dev.muster.web.account.email;

import dev.muster.domain.account.UserEmail;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.MembershipEntry;
import dev.muster.ejb.account.email.EmailService;
import dev.muster.ejb.mail.MailConfiguration;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.login.AgainView;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;

/** The part of the profile with the name and the e-mail address of the user. */
@Named
@ViewScoped
public class ContactView implements Serializable {

    @Inject
    private AccountService accounts;

    @Inject
    private EmailService emails;

    @Inject
    private MailConfiguration mail;

    @Inject
    private AgainView again;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String displayName;

    private String address;

    private boolean noticesWanted;

    @PostConstruct
    void open() {
        displayName = accounts.self(caller.get()).user().displayName();
        noticesWanted = email().filter(UserEmail::wantsNotices).isPresent();
    }

    public void rename() {
        if (feedback.attempt(() -> accounts.rename(caller.get(), displayName))) {
            feedback.done(texts.of("account.nameSaved"));
        }
    }

    public void propose() {
        if (again.allows() && feedback.attempt(() -> emails.propose(caller.get(), address))) {
            feedback.done(texts.of("account.mailSent"));
            address = null;
        }
    }

    public void remove() {
        if (again.allows() && feedback.attempt(() -> emails.remove(caller.get()))) {
            noticesWanted = false;
            feedback.done(texts.of("account.addressRemoved"));
        }
    }

    public void saveNotices() {
        if (feedback.attempt(() -> emails.wantNotices(caller.get(), noticesWanted))) {
            feedback.done(texts.of(noticesWanted ? "account.noticesOn" : "account.noticesOff"));
        }
    }

    /** Whether the user manages an organization, which gets notices. */
    public boolean isManager() {
        return accounts.self(caller.get()).memberships().stream()
                .map(MembershipEntry::membership)
                .anyMatch(membership -> membership.role() == Role.ORGANIZATION_MANAGER);
    }

    public boolean isMailOn() {
        return mail.isOn();
    }

    /** The confirmed address; null if there is none. */
    public String getConfirmed() {
        return email().flatMap(UserEmail::address).map(MailAddress::value).orElse(null);
    }

    /** The address that waits for its confirmation; null if there is none. */
    public String getPending() {
        return email().flatMap(UserEmail::pending).map(MailAddress::value).orElse(null);
    }

    private Optional<UserEmail> email() {
        return emails.get(caller.get());
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public boolean isNoticesWanted() {
        return noticesWanted;
    }

    public void setNoticesWanted(boolean noticesWanted) {
        this.noticesWanted = noticesWanted;
    }
}
