package dev.muster.ejb.account.email;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserEmail;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.MailKind;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.domain.shared.Secrets;
import dev.muster.ejb.mail.MailContent;
import dev.muster.ejb.mail.MailTexts;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail with which a user confirms an address. Its link is made when the mail is sent, and ends an older one. */
@ApplicationScoped
public class AddressMail implements MailContent {

    @Inject
    private EmailRepository emails;

    @Inject
    private Store store;

    @Inject
    private SecureRandom random;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    @Override
    public MailKind kind() {
        return MailKind.ADDRESS_CONFIRMATION;
    }

    @Override
    public Optional<OutgoingMail> write(QueuedMail mail) {
        return Optional.ofNullable(mail.userId())
                .flatMap(id -> store.find(PortalUser.class, id))
                .filter(PortalUser::isAdmitted)
                .flatMap(user -> emails.find(user.id())
                        .flatMap(email -> email.pending().map(address -> write(user, email, address))));
    }

    private OutgoingMail write(PortalUser user, UserEmail email, MailAddress address) {
        String secret = Secrets.newAccessToken(random);
        email.sendLink(Secrets.sha256Base64Url(secret), clock.instant());
        return mail(user, address, publicUrl.replaceAll("/+$", "") + "/confirm.xhtml#" + secret);
    }

    static OutgoingMail mail(PortalUser user, MailAddress address, String link) {
        return new MailTexts(user.preferences().mailLanguage())
                .mail(address, "confirmation", user.username(), URI.create(link));
    }
}
