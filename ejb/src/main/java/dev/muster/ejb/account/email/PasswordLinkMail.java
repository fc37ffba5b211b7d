package dev.muster.ejb.account.email;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserEmail;
import dev.muster.domain.account.UserState;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.ejb.account.OneTimeLinks;
import dev.muster.ejb.mail.MailContent;
import dev.muster.ejb.mail.MailTexts;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The mail to a user who has forgotten the password. Its link is made when the mail is sent, and ends an older one. */
@ApplicationScoped
public class PasswordLinkMail implements MailContent {

    @Inject
    private EmailRepository emails;

    @Inject
    private OneTimeLinks links;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Override
    public MailKind kind() {
        return MailKind.PASSWORD_LINK;
    }

    @Override
    public Optional<OutgoingMail> write(QueuedMail mail) {
        return Optional.ofNullable(mail.userId())
                .flatMap(id -> store.find(PortalUser.class, id))
                .filter(user -> user.isAdmitted() && !user.isOfProvider() && user.state() == UserState.ACTIVE)
                .flatMap(user ->
                        emails.find(user.id()).flatMap(UserEmail::address).map(address -> write(user, address)));
    }

    private OutgoingMail write(PortalUser user, MailAddress address) {
        return mail(user, address, links.replace(user.id(), clock.instant()).link());
    }

    static OutgoingMail mail(PortalUser user, MailAddress address, String link) {
        return new MailTexts(user.preferences().mailLanguage())
                .mail(address, "password", user.username(), URI.create(link));
    }
}
